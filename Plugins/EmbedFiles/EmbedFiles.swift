import Foundation
import PackagePlugin

/// Writes the text of `Grammar/` and `Data/` into a Swift file, so that a binary works with no files beside it.
@main
struct EmbedFiles: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: Target) throws -> [Command] {
        let root = context.package.directoryURL
        let paths =
            EmbedFiles.paths(in: "Grammar", of: root) { $0.hasSuffix(".txt") }
            + EmbedFiles.paths(in: "Data", of: root) {
                let isOfLabels = $0.hasPrefix("open-data/") && $0.hasSuffix(".csv")
                return isOfLabels || !$0.contains("/") && ($0.hasSuffix(".csv") || $0.hasSuffix(".txt"))
            }
        let output = context.pluginWorkDirectoryURL.appending(path: "Contents.swift")
        return [
            .buildCommand(
                displayName: "Embedding Grammar/ and Data/",
                executable: try context.tool(named: "embed-files").url,
                arguments: [output.path(percentEncoded: false), root.path(percentEncoded: false)] + paths,
                inputFiles: paths.map { root.appending(path: $0) }, outputFiles: [output])
        ]
    }

    /// Paths from the package's folder, sorted; files whose names start with a dot are left out.
    private static func paths(in folder: String, of root: URL, where isWanted: (String) -> Bool) -> [String] {
        let found = FileManager.default.enumerator(
            atPath: root.appending(path: folder).path(percentEncoded: false))
        var paths: [String] = []
        while let path = found?.nextObject() as? String {
            let isHidden = path.split(separator: "/").contains { $0.hasPrefix(".") }
            if !isHidden, isWanted(path) { paths.append("\(folder)/\(path)") }
        }
        return paths.sorted()
    }
}
