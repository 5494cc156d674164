-- From here on the file shrinks when rounds are forgotten. SQLite must write it anew once for that.
pragma auto_vacuum = incremental;
vacuum;
