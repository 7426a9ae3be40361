"""Tables of flattened text: lines → regions → rows → columns → heads → grid."""
