// Placeholder so that the folder's library exists.
