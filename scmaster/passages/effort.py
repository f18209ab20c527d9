"""How near the evidence for a gap is, in words."""

EFFORT = (
    "sudah tertaut; lengkapi halaman, peran, atau berkasnya",
    "ada di data kota; belum ditautkan",
    "ada dari tahun sebelumnya; perbarui",
    "belum ada eviden utama yang tercatat",
)
"""What an effort is called to a reader, from the nearest to the farthest."""
