import EmbeddedFiles
import Glibc
import Language
import Notation

/// A compiled grammar: the program's own, or that of a folder, kept from run to run.
struct KeptGrammar {
    let compiled: CompiledGrammar
    /// Of what it was compiled from, and of the program: another one may number slots and words differently.
    private let origin: Checksum
    /// Where what the store has names for is kept.
    private let namesPath: String?

    /// The one in the program.
    init(namesPath: String?) {
        compiled = EmbeddedFiles.grammar
        origin = KeptGrammar.program
        self.namesPath = namesPath
    }

    /// - Throws: `Problems` with every mistake in the files; `CommandFailure` for what cannot be read.
    init(of folder: Folder, namesPath: String?) throws {
        let files = try folder.files(endings: [".txt"], isDeep: true)
        var origin = KeptGrammar.program
        for file in files {
            origin.add(file.path)
            file.bytes.withUnsafeBytes { origin.add($0) }
        }
        let kept = KeptText(path: Cache.path("grammar", for: folder.path))
        if let text = kept.text(from: origin) {
            compiled = CompiledGrammar(lasting: text)
        } else {
            compiled = try CompiledGrammar(files: Folder.texts(of: files))
            kept.keep(compiled.text, from: origin)
        }
        self.origin = origin
        self.namesPath = namesPath
    }

    /// Keeps the layer of names that lies over this grammar.
    var names: LayerKeeper {
        let kept = KeptText(path: namesPath)
        let origin = origin
        return LayerKeeper { names, compile in
            var own = origin
            own.add(names)
            if let text = kept.text(from: own) { return CompiledGrammar(lasting: text) }
            let layer = compile()
            kept.keep(layer.text, from: own)
            return layer
        }
    }

    /// Tells this program from one that was built at another time.
    private static var program: Checksum {
        var checksum = Checksum()
        var program = stat()
        stat("/proc/self/exe", &program)
        for number in [program.st_size, program.st_mtim.tv_sec, program.st_mtim.tv_nsec] {
            checksum.add(UInt64(truncatingIfNeeded: number))
        }
        return checksum
    }
}
