import Facts

/// The tables of a store. Everything that has to hold of the figures is a constraint here.
enum StoreSchema {
    /// Raised whenever a table changes; a store of an earlier format is built again. A check that refuses what no
    /// earlier store holds changes nothing that is read.
    static let format = 2

    /// Marks a SQLite file as a store of ours: the letters `askc`, in the file's header.
    static let applicationID: UInt32 = 0x6173_6B63

    /// The crime type of figures that are not split by crime type. A key may not be null.
    static let allCrimeTypes = ""

    /// Days are text as in `2022-07-01`, so that they read and sort alike.
    private static let isDay = "GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'"

    static let statements: [String] = [
        "PRAGMA application_id = \(applicationID)",
        """
        CREATE TABLE meta (
          key TEXT NOT NULL PRIMARY KEY,
          value TEXT NOT NULL
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE measure (
          id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
          name TEXT NOT NULL CHECK (name <> ''),
          unit TEXT NOT NULL CHECK (unit IN (\(Unit.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")))),
          decimals INTEGER NOT NULL CHECK (decimals BETWEEN 0 AND 9)
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE crime_type (
          id TEXT NOT NULL PRIMARY KEY,
          name TEXT NOT NULL CHECK (name <> '')
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE area (
          id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
          name TEXT NOT NULL CHECK (name <> ''),
          is_home INTEGER NOT NULL CHECK (is_home IN (0, 1))
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE source (
          id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
          title TEXT NOT NULL CHECK (title <> ''),
          publisher TEXT NOT NULL,
          licence TEXT NOT NULL
        ) STRICT, WITHOUT ROWID
        """,
        // A file that figures were taken from, as it lay there.
        """
        CREATE TABLE import (
          id INTEGER PRIMARY KEY,
          file TEXT NOT NULL CHECK (file <> ''),
          sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
          imported_on TEXT NOT NULL CHECK (imported_on \(isDay)),
          rows_read INTEGER NOT NULL,
          rows_kept INTEGER NOT NULL,
          rows_without_district INTEGER NOT NULL,
          rows_outside INTEGER NOT NULL,
          rows_left_out INTEGER NOT NULL,
          rows_bad INTEGER NOT NULL
        ) STRICT
        """,
        // What a file is the origin of: the figures of a source for a period, from so many rows.
        """
        CREATE TABLE import_part (
          source TEXT NOT NULL REFERENCES source (id),
          first_day TEXT NOT NULL CHECK (first_day \(isDay)),
          last_day TEXT NOT NULL CHECK (last_day \(isDay)),
          import INTEGER NOT NULL REFERENCES import (id),
          row_count INTEGER NOT NULL,
          PRIMARY KEY (source, first_day, last_day, import)
        ) STRICT, WITHOUT ROWID
        """,
        // The value is in units of the measure's last decimal: a rate of 8.8 per cent is 88. `import` is null for
        // what Data/ says. What was imported may correct earlier counts, and be below nought.
        """
        CREATE TABLE observation (
          measure TEXT NOT NULL REFERENCES measure (id),
          crime_type TEXT NOT NULL REFERENCES crime_type (id),
          area TEXT NOT NULL REFERENCES area (id),
          first_day TEXT NOT NULL CHECK (first_day \(isDay)),
          last_day TEXT NOT NULL CHECK (last_day \(isDay)),
          value INTEGER NOT NULL,
          note TEXT CHECK (note <> ''),
          source TEXT NOT NULL REFERENCES source (id),
          is_published INTEGER NOT NULL CHECK (is_published IN (0, 1)),
          import INTEGER REFERENCES import (id),
          PRIMARY KEY (measure, crime_type, area, first_day, last_day),
          CHECK (first_day <= last_day),
          CHECK (value >= 0 OR import IS NOT NULL)
        ) STRICT, WITHOUT ROWID
        """,
        // Nobody looks for what was counted by its value: the same small numbers come again and again.
        "CREATE INDEX observation_by_value ON observation (measure, value) WHERE is_published = 1",
        // Which periods are held, as `CoverageText` writes it; figures of many areas have one pattern.
        """
        CREATE TABLE coverage_pattern (
          id INTEGER PRIMARY KEY,
          runs TEXT NOT NULL UNIQUE
        ) STRICT
        """,
        """
        CREATE TABLE coverage (
          measure TEXT NOT NULL REFERENCES measure (id),
          area TEXT NOT NULL REFERENCES area (id),
          pattern INTEGER NOT NULL REFERENCES coverage_pattern (id),
          PRIMARY KEY (measure, area)
        ) STRICT, WITHOUT ROWID
        """,
        // Since when a crime type has figures of its own.
        """
        CREATE TABLE classification (
          measure TEXT NOT NULL REFERENCES measure (id),
          crime_type TEXT NOT NULL REFERENCES crime_type (id),
          first_day TEXT NOT NULL CHECK (first_day \(isDay)),
          PRIMARY KEY (measure, crime_type)
        ) STRICT, WITHOUT ROWID
        """,
        // Figures of a source that look wrong, in an area or, when it is the whole, in all that the source has.
        """
        CREATE TABLE caution (
          source TEXT NOT NULL REFERENCES source (id),
          first_day TEXT NOT NULL,
          last_day TEXT NOT NULL,
          area TEXT NOT NULL,
          measure TEXT NOT NULL,
          crime_type TEXT NOT NULL,
          movement TEXT NOT NULL CHECK (movement IN ('fell', 'rose')),
          is_whole INTEGER NOT NULL CHECK (is_whole IN (0, 1)),
          PRIMARY KEY (source, first_day, last_day, area, measure, crime_type)
        ) STRICT, WITHOUT ROWID
        """,
        // Hundredths of one per cent; both figures have to be held. Nothing falls by more than all of it.
        """
        CREATE TABLE published_change (
          measure TEXT NOT NULL,
          crime_type TEXT NOT NULL,
          area TEXT NOT NULL,
          from_first_day TEXT NOT NULL,
          from_last_day TEXT NOT NULL,
          to_first_day TEXT NOT NULL,
          to_last_day TEXT NOT NULL,
          percent INTEGER NOT NULL CHECK (percent >= -10000),
          source TEXT NOT NULL REFERENCES source (id),
          PRIMARY KEY (
            measure, crime_type, area, from_first_day, from_last_day, to_first_day, to_last_day),
          FOREIGN KEY (measure, crime_type, area, from_first_day, from_last_day)
            REFERENCES observation (measure, crime_type, area, first_day, last_day),
          FOREIGN KEY (measure, crime_type, area, to_first_day, to_last_day)
            REFERENCES observation (measure, crime_type, area, first_day, last_day)
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE item (
          list TEXT NOT NULL CHECK (list <> ''),
          number INTEGER NOT NULL CHECK (number > 0),
          name TEXT NOT NULL CHECK (name <> ''),
          text TEXT NOT NULL CHECK (text <> ''),
          source TEXT NOT NULL REFERENCES source (id),
          PRIMARY KEY (list, number)
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE item_topic (
          list TEXT NOT NULL,
          number INTEGER NOT NULL,
          place INTEGER NOT NULL,
          topic TEXT NOT NULL CHECK (topic <> ''),
          PRIMARY KEY (list, number, place),
          FOREIGN KEY (list, number) REFERENCES item (list, number)
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE acronym (
          place INTEGER NOT NULL PRIMARY KEY,
          letters TEXT NOT NULL UNIQUE CHECK (letters <> ''),
          expansion TEXT NOT NULL CHECK (expansion <> ''),
          source TEXT NOT NULL REFERENCES source (id)
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE passage (
          place INTEGER NOT NULL PRIMARY KEY,
          id TEXT NOT NULL UNIQUE CHECK (id <> ''),
          name TEXT NOT NULL CHECK (name <> ''),
          text TEXT NOT NULL CHECK (text <> ''),
          source TEXT NOT NULL REFERENCES source (id)
        ) STRICT, WITHOUT ROWID
        """,
        """
        CREATE TABLE passage_topic (
          passage TEXT NOT NULL REFERENCES passage (id),
          place INTEGER NOT NULL,
          topic TEXT NOT NULL CHECK (topic <> ''),
          PRIMARY KEY (passage, place)
        ) STRICT, WITHOUT ROWID
        """,
    ]
}
