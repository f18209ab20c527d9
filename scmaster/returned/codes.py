"""The codes of what is found in a document that came back, each with its page."""

CODES = {
    "SCM940": """Dokumen yang kembali tidak dapat dibaca.

Berkas yang diberikan bukan .docx yang utuh, disandi, atau susunannya tidak wajar. Tidak ada isinya
yang dipakai.

Buka dengan Word atau LibreOffice, simpan ulang sebagai .docx tanpa kata sandi, lalu coba lagi.
""",
    "SCM941": """Dokumen ini bukan hasil scmaster untuk kota ini.

Yang dapat dibaca hanya dokumen yang disusun `scmaster build` atau `scmaster pack` dari data kota
yang disebut pada perintah. Borang resmi tidak membawa catatan asalnya; ia dikenali dari tag
isiannya, selama form.yaml-nya masih ada (`docs/borang.md`).

Periksa apakah berkas dan nama kotanya benar.
""",
    "SCM942": """Catatan di dalam dokumen hilang.

Dokumen scmaster membawa daftar pernyataannya. Daftar itu bertahan bila dokumen disimpan dengan Word
atau LibreOffice, tetapi hilang bila dokumen melewati Google Docs, bentuk .doc atau .odt, atau
pembersih data pribadi. Sebagai gantinya dipakai nomor yang tercetak (K12) dan keterangan pada
kolofon, sehingga sebagian komentar mungkin tidak sampai ke tempatnya.

Mintalah agar dokumen dikembalikan sebagai .docx.
""",
    "SCM943": """Komentar penelaah yang belum dijawab.

Setiap komentar Word ditunjukkan di tempat pernyataannya tertulis di data kota. Nama penulisnya
tidak dibaca; penelaah hanya diberi nomor menurut urutan munculnya.

Betulkan data kota, atau simpan komentarnya sebagai rekomendasi dengan
`scmaster comments KOTA BERKAS --import`.
""",
    "SCM944": """Komentar penelaah yang sudah ditandai selesai.

Komentar ini ditandai selesai (Resolve) di Word. Ia ditunjukkan agar tidak ada yang hilang, tetapi
tidak disimpan sebagai rekomendasi.
""",
    "SCM945": """Perubahan terlacak pada pernyataan kota.

Seseorang menyalakan Track Changes dan mengubah tulisan yang berasal dari data kota. Bila perubahan
itu diterima hanya di Word, dokumen berikutnya akan kembali memuat tulisan lama.

Ubah isiannya di data kota, di tempat yang ditunjukkan, lalu susun ulang dokumennya.
""",
    "SCM946": """Perubahan terlacak di luar pernyataan kota.

Yang diubah adalah kata-kata tetap, judul, susunan, atau format. Kata-kata tetap berasal dari
templat (`docs/templat.md`); perubahan format tidak mengubah isi.
""",
    "SCM947": """Pernyataan kota disunting tangan di dokumen.

Tulisan sebuah pernyataan di dalam dokumen berbeda dari yang dihasilkan scmaster, tanpa Track
Changes. Data kota tidak ikut berubah, sehingga suntingan itu hilang ketika dokumen disusun ulang,
dan angka di dokumen tidak lagi sama dengan buktinya.

Bila suntingan itu benar, tulislah di data kota. Bila tidak, pakai dokumen yang disusun ulang.
""",
    "SCM948": """Tulisan lain di dokumen disunting tangan.

Yang berbeda bukan pernyataan bernomor: kata-kata tetap, judul, tabel, atau paragraf yang
ditambahkan atau dihapus. Suntingan ini hilang ketika dokumen disusun ulang.

Kata-kata tetap diubah di templat (`docs/templat.md`).
""",
    "SCM949": """Data kota sudah berubah sejak dokumen dibuat.

Dokumen itu tidak disunting di bagian ini, tetapi datanya sudah lain: yang tercetak adalah isi lama.

Susun ulang dokumennya bila akan diserahkan.
""",
}
