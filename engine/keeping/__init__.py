"""What keeps an installation's data for other days and places: backups, exports, and the way back.

``side_door`` lets a program copy the database while the app runs, ``copying`` does it, ``backup``
and ``restore`` add the files and a manifest, ``exporting`` and ``importing`` carry rows as JSON
lines, ``view_files`` writes the unnested views as Parquet.
"""
