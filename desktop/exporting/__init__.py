"""Writing notes from the window, with the text they will have beside the choices."""
