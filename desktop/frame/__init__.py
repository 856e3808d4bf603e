"""What frames the reader: menus, toolbar, status, the command palette, and the ways between regions."""
