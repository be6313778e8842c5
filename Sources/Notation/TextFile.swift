/// A text file that has been read: its path as it is shown to people, and its text.
public struct TextFile: Hashable, Sendable {
    public let path: String
    public let text: String

    public init(path: String, text: String) {
        self.path = path
        self.text = text
    }
}
