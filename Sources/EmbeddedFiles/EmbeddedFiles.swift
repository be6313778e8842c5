import Notation

/// `Grammar/`, compiled, and the text of `Data/`, as they were when the program was built. `grammar`, `data` and
/// `labels`, of Data/open-data, are written by the EmbedFiles plugin.
///
/// The links to the two folders beside this file make the build look again when a file is added or taken away:
/// it watches the folders of its targets and no others.
public enum EmbeddedFiles {}
