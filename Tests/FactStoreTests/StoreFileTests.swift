import Facts
import Foundation
import GRDB
import Notation
import Synchronization
import Testing

@testable import FactStore

@Suite struct StoreFileTests {
    private func open(_ path: String, _ data: [TextFile] = Fixture.data) throws -> Store {
        try Store.open(.file(path), data: data, codelists: Fixture.codelists)
    }

    private func inode(_ path: String) throws -> Int {
        try #require(FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? Int)
    }

    private func change(_ path: String, _ sql: String) throws {
        try DatabaseQueue(path: path).write { try $0.execute(sql: sql) }
    }

    private func error(opening path: String) -> StoreError? {
        #expect(throws: StoreError.self) { try open(path) }
    }

    @Test func isBuiltOnceAndBuiltAgainWhenTheDataChange() throws {
        try Fixture.inFolder { folder in
            let path = folder + "store.sqlite"
            #expect(try open(path).observationCount == 12)
            let first = try inode(path)
            #expect(try open(path).observationCount == 12)
            #expect(try inode(path) == first)
            let more = Fixture.data(adding: "reported-crime,,2022/23 Q3,2800")
            #expect(try open(path, more).observationCount == 13)
            #expect(try inode(path) != first)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["store.sqlite"])
        }
    }

    @Test func isBuiltAgainWhenACodelistChanges() throws {
        try Fixture.inFolder { folder in
            let path = folder + "store.sqlite"
            _ = try open(path)
            let first = try inode(path)
            let renamed = Codelists(
                measures: Fixture.measures, crimeTypes: Fixture.crimeTypes,
                areas: Fixture.codelists.areas.map {
                    Area(id: $0.id, name: $0.name + "!", isHome: $0.isHome)
                },
                lists: Fixture.codelists.lists)
            _ = try Store.open(.file(path), data: Fixture.data, codelists: renamed)
            #expect(try inode(path) != first)
        }
    }

    @Test func theFolderOfTheDataDoesNotMatter() {
        let moved = Fixture.data.map { TextFile(path: "/elsewhere/" + $0.path, text: $0.text) }
        let print = Fingerprint.of(Fixture.data, codelists: Fixture.codelists)
        #expect(Fingerprint.of(moved.reversed(), codelists: Fixture.codelists) == print)
        #expect(Fingerprint.of(Array(moved.dropLast()), codelists: Fixture.codelists) != print)
        #expect(print.count == 16)
    }

    /// From the reference vectors of the hash.
    @Test func fingerprintsAreFNV1a() {
        var print = Fingerprint()
        for byte in "foobar".utf8 { print.add(byte) }
        #expect(print.state == 0x8594_4171_F739_67E8)
    }

    @Test func aBuildThatFailsLeavesTheStoreAsItWas() throws {
        try Fixture.inFolder { folder in
            let path = folder + "store.sqlite"
            _ = try open(path)
            let before = try Data(contentsOf: URL(filePath: path))
            #expect(throws: Problems.self) {
                try open(path, Fixture.data(adding: "reported-crime,,2022/23 Q9,2800"))
            }
            // What the schema alone refuses fails later, while the new file is being written.
            let file = try StoreFile(path: path)
            #expect(throws: StoreError.self) {
                _ = try file.replace {
                    try $0.execute(sql: "CREATE TABLE t (a NOT NULL); INSERT INTO t VALUES (NULL)")
                }
            }
            #expect(try Data(contentsOf: URL(filePath: path)) == before)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["store.sqlite"])
        }
    }

    @Test(arguments: ["", "not a store", String(repeating: "SQLite format 3\0", count: 40)])
    func whatIsNotAStoreIsNeverOverwritten(text: String) throws {
        try Fixture.inFolder { folder in
            let path = folder + "letter.txt"
            try text.write(toFile: path, atomically: false, encoding: .utf8)
            #expect(error(opening: path) == .notAStore(path: path))
            #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
        }
    }

    @Test func anotherProgramsDatabaseIsNeverOverwritten() throws {
        try Fixture.inFolder { folder in
            let path = folder + "other.sqlite"
            try change(path, "CREATE TABLE observation (a)")
            #expect(error(opening: path) == .notAStore(path: path))
            #expect(error(opening: folder) == .isFolder(path: String(folder.dropLast())))
            #expect(error(opening: "") == .noName)
        }
    }

    @Test func formats() throws {
        try Fixture.inFolder { folder in
            let path = folder + "store.sqlite"
            _ = try open(path)
            let first = try inode(path)
            try change(path, "UPDATE meta SET value = '0' WHERE key = 'format'")
            #expect(try open(path).observationCount == 12)
            #expect(try inode(path) != first)
            try change(path, "UPDATE meta SET value = '99' WHERE key = 'format'")
            #expect(error(opening: path) == .laterFormat(path: path, found: 99, known: StoreSchema.format))
            try change(path, "DROP TABLE meta")
            #expect(error(opening: path) == .damaged(path: path))
        }
    }

    @Test func damageIsSaid() throws {
        try Fixture.inFolder { folder in
            let path = folder + "store.sqlite"
            _ = try open(path)
            let handle = try #require(FileHandle(forUpdatingAtPath: path))
            try handle.seek(toOffset: 100)
            try handle.write(contentsOf: Data(repeating: 0x5A, count: 60_000))
            try handle.close()
            #expect(error(opening: path) == .damaged(path: path))
        }
    }

    @Test func foldersThatCannotBeUsed() throws {
        #expect(
            error(opening: "/no/such/folder/store.sqlite") == .noFolder(path: "/no/such/folder/store.sqlite"))
        // Nobody, root included, makes a file there.
        let error = error(opening: "/proc/store.sqlite")
        #expect(
            error == .noFolder(path: "/proc/store.sqlite")
                || error == .notWritable(path: "/proc/store.sqlite"))
    }

    @Test func aLinkStaysALink() throws {
        try Fixture.inFolder { folder in
            let (path, link) = (folder + "store.sqlite", folder + "link.sqlite")
            _ = try open(path)
            try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
            _ = try open(link, Fixture.data(adding: "reported-crime,,2022/23 Q3,2800"))
            #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == path)
            #expect(
                try open(path, Fixture.data(adding: "reported-crime,,2022/23 Q3,2800")).observationCount == 13
            )
        }
    }

    @Test func severalProgramsMayBuildAtOnce() throws {
        try Fixture.inFolder { (folder) throws -> Void in
            let path = folder + "store.sqlite"
            let counts = Mutex<[Int]>([])
            DispatchQueue.concurrentPerform(iterations: 16) { turn in
                let lines = turn % 2 == 0 ? "" : "reported-crime,,2022/23 Q3,2800"
                let count = (try? open(path, Fixture.data(adding: lines)).observationCount) ?? -1
                counts.withLock { $0.append(count) }
            }
            #expect(Set(counts.withLock { $0 }).isSubset(of: [12, 13]))
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["store.sqlite"])
        }
    }

    @Test func anOpenStoreKeepsItsFiguresWhileItIsReplaced() throws {
        try Fixture.inFolder { folder in
            let path = folder + "store.sqlite"
            let old = try open(path)
            _ = try open(path, Fixture.data(adding: "reported-crime,,2022/23 Q3,2800"))
            #expect(try old.observationCount == 12)
            #expect(
                try old.find(FigureQuestion(series: [reported], periods: [q2])).cells.map(\.value) == [2749])
        }
    }

    @Test func anOpenStoreIsReadOnly() throws {
        try Fixture.inFolder { folder in
            let store = try open(folder + "store.sqlite")
            #expect(throws: DatabaseError.self) {
                try store.queue.unsafeRead { try $0.execute(sql: "DELETE FROM published_change") }
            }
        }
    }

    @Test func itIsInDeleteJournalMode() throws {
        try Fixture.inFolder { folder in
            _ = try open(folder + "store.sqlite")
            let bytes = try Data(contentsOf: URL(filePath: folder + "store.sqlite"))
            #expect(bytes[18] == 1 && bytes[19] == 1)
        }
    }

    @Test(arguments: [
        (ResultCode.SQLITE_FULL, StoreError.diskFull(path: "p")), (.SQLITE_NOTADB, .damaged(path: "p")),
        (.SQLITE_CORRUPT, .damaged(path: "p")), (.SQLITE_READONLY, .notWritable(path: "p")),
        (.SQLITE_PERM, .notReadable(path: "p")), (.SQLITE_IOERR, .failed(path: "p", reason: "m")),
    ]) func sqliteErrorsHaveAMeaning(code: ResultCode, error: StoreError) {
        #expect(StoreError(DatabaseError(resultCode: code, message: "m"), path: "p") == error)
    }

    @Test func aValueOfTheWrongTypeIsDamage() throws {
        let error = #expect(throws: (any Error).self) {
            try DatabaseQueue().read { database in
                try Row.fetchOne(database, sql: "SELECT NULL").map { try $0.value(0) as String }
            }
        }
        #expect(StoreError(try #require(error), path: "p") == .damaged(path: "p"))
    }

    @Test(arguments: [
        (
            StoreError.noFolder(path: "a/b"),
            "the folder of a/b does not exist; make it, or name another place with --store"
        ),
        (
            .notWritable(path: "a/b"),
            "a/b has to be built and its folder cannot be written to; name another place with --store"
        ),
        (
            .notReadable(path: "a/b"),
            "a/b cannot be read; change who may read it, or name another store with --store"
        ),
        (
            .notAStore(path: "a/b"),
            "a/b is not an askcsp store and is left as it is; name another file with --store"
        ),
        (.noName, "the store has no name; name a file with --store, or leave --store out"),
        (.isFolder(path: "/a"), "/a is a folder; name a file in it with --store, such as /a/askcsp.sqlite"),
        (
            .damaged(path: "a/b"),
            "a/b is damaged; remove it, and it is built again from Data/. Files that were imported into it have "
                + "to be imported again"
        ),
        (
            .laterFormat(path: "a/b", found: 3, known: 2),
            "a/b was built by a later askcsp (its format is 3, this one reads 2); "
                + "update askcsp or name another store with --store"
        ),
        (
            .earlierFormat(path: "a/b", found: 1, known: 2),
            "a/b holds imported figures and was built by an earlier askcsp (its format is 1, this one reads 2); "
                + "name another store with --store and import the files into that"
        ),
        (.diskFull(path: "a/b"), "no room left for a/b; make room or name another place with --store"),
        (.failed(path: "a/b", reason: "disk I/O error"), "a/b cannot be used: disk I/O error"),
    ]) func everyErrorSaysWhatToDo(error: StoreError, text: String) { #expect(error.description == text) }
}
