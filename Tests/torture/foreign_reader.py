"""Another program that opens the database for reading and writing, reads and closes it, again and again.

The last connection that closes a database empties its write-ahead log and removes it. A daemon that has lost SQLite's locks looks
as if it were not there: the foreign program then removes the log under it, and what is committed after that is gone.
"""

import sqlite3
import threading
from pathlib import Path


class ForeignReader:
    """A context in which the database is opened and closed every `seconds`; never where that is 0."""

    def __init__(self, database: Path, seconds: float):
        self.database = database
        self.seconds = seconds
        self.visits = 0
        self.busy = 0
        self.errors: list[str] = []
        self._ending = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def __enter__(self):
        if self.seconds > 0:
            self._thread.start()
        return self

    def __exit__(self, *_):
        self.end()

    def end(self) -> None:
        """Returns when the last visit is over, so that the caller may open the database itself."""
        self._ending.set()
        if self._thread.is_alive():
            self._thread.join()

    def _run(self) -> None:
        while not self._ending.wait(self.seconds):
            try:
                self._visit()
            except sqlite3.OperationalError as error:
                # A daemon that starts, or that migrates, locks others out; a state without a database has none yet.
                if getattr(error, "sqlite_errorname", "SQLITE_BUSY").startswith(
                        ("SQLITE_BUSY", "SQLITE_LOCKED", "SQLITE_CANTOPEN", "SQLITE_PROTOCOL")):
                    self.busy += 1
                else:
                    self.errors.append(repr(error))
            except sqlite3.Error as error:
                self.errors.append(repr(error))

    def _visit(self) -> None:
        # mode=rw: to create a database is not a reader's business.
        connection = sqlite3.connect(f"file:{self.database}?mode=rw", uri=True, timeout=0.2)
        try:
            if connection.execute("SELECT count(*) FROM sqlite_schema WHERE name = 'deliveries'").fetchone()[0]:
                connection.execute("SELECT count(*) FROM deliveries").fetchone()
                self.visits += 1
        finally:
            connection.close()
