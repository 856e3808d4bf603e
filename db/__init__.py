"""The ledger, the tables and the questions asked of them: the only home of peewee, apsw and SQL."""
