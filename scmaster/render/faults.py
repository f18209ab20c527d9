"""What can be wrong with a template or with acuan.docx; city data cannot fail here."""

from scmaster.diagnostics import Diagnostic, Severity, Span

CODES = {
    "SCM601": """Nama yang tidak dikenal dalam templat.

Templat menyebut nama yang tidak ada pada data dokumen ini, biasanya karena salah ketik.
Dokumen tidak dibuat, sebab bagian itu akan kosong tanpa ada yang tahu.

Periksa ejaannya pada baris yang disebut. Nama yang tersedia mengikuti data dokumen.
""",
    "SCM602": """Tata tulis templat keliru.

Ada tanda templat yang tidak lengkap: `{{` tanpa `}}`, `{% for %}` tanpa `{% endfor %}`,
atau tanda kutip yang tidak ditutup.
""",
    "SCM603": """Templat melakukan hal yang tidak diizinkan.

Templat hanya menata kata dan nilai. Ia tidak boleh mengubah data atau menyentuh bagian
dalam program (nama yang diawali garis bawah).
""",
    "SCM604": """Berkas acuan.docx tidak dapat dipakai.

Berkas acuan tidak dapat dibuka, terlalu besar, atau berisi hal yang tidak semestinya ada
dalam dokumen Word. Simpan ulang dari Word sebagai .docx biasa, atau hapus berkas itu dari
folder templates/_shared agar acuan bawaan yang dipakai.
""",
    "SCM605": """Berkas acuan.docx tidak lengkap.

Acuan harus memuat satu paragraf berisi [[ISI]] saja (tempat isi dokumen) dan semua gaya yang
dipakai templat. Gaya dikenali dari namanya. Salin kembali gaya itu dari acuan bawaan.
""",
    "SCM606": """Rujukan ke nama yang tidak ada.

`ref("nama")` menunjuk tabel, gambar, atau judul yang tidak ada dalam dokumen, sehingga pembaca
akan menemukan rujukan kosong. Samakan dengan `name="nama"` pada tabel atau gambar, atau
`bookmark("nama")` pada judul.
""",
    "SCM607": """Nama rujukan dipakai dua kali.

Dua tabel, gambar, atau judul memakai nama yang sama, sehingga rujukan tidak tahu harus ke mana.
Dalam perulangan, sertakan pengenal barisnya: `name="lembar-" ~ soal.id`.
""",
    "SCM608": """Templat tidak ditemukan.

Tidak ada berkas templat untuk dokumen ini, baik di folder templates ruang kerja maupun di
templat bawaan. Termasuk templat lain yang disebut melalui `include` atau `import`.

Berkas yang ada pun tidak dibaca bila berupa tautan ke luar folder templat, bukan berkas biasa,
atau lebih besar dari 1 MB.
""",
    "SCM609": """Nilai yang tidak dapat dicetak.

Yang dicetak ke dokumen harus berupa teks jadi. Nilai kosong (None), pecahan, atau daftar yang
belum dituliskan tidak dicetak begitu saja, sebab pembaca akan melihat "None" atau "0.5".
""",
    "SCM610": """Bentuk tulisan templat yang tidak didukung.

Tabel, daftar isi, dan perintah sejenis berdiri di barisnya sendiri, tidak di tengah kalimat.
Judul paling dalam tingkat 4 (####), daftar hanya satu tingkat.
""",
    "SCM611": """Perintah templat diisi dengan keliru.

Misalnya jumlah sel tidak sama dengan jumlah kolom, perataan yang tidak dikenal, isian wajib yang
tertinggal, atau gambar tanpa teks alternatif, yaitu kalimat yang menyebutkan apa yang tampak.
""",
    "SCM612": """Templat berhenti di tengah jalan.

Terjadi kesalahan saat templat dijalankan, misalnya membagi dengan nol atau mengulang sesuatu
yang bukan daftar.
""",
    "SCM613": """Nomor halaman pada daftar isi belum terisi.

Nomor halaman baru diketahui setelah dokumen ditata per halaman. Bila LibreOffice terpasang,
scmaster mengisinya sendiri. Bila tidak, buka dokumen di Word, pilih semua (Ctrl+A), lalu tekan
F9.
""",
    "SCM614": """PDF tidak dibuat.

PDF dibuat dari berkas .docx oleh LibreOffice, yang harus terpasang di komputer ini. Pasang
LibreOffice, atau buat .docx-nya saja lalu simpan sebagai PDF dari Word.
""",
    "SCM621": """Templat meminta terlalu banyak.

Templat mengulang, menyambung tulisan, atau bersarang melebihi batas yang wajar untuk dokumen
mana pun, sehingga dihentikan sebelum menghabiskan memori. Biasanya ada perulangan di dalam
perulangan yang tidak disengaja, atau templat yang memanggil dirinya sendiri.
""",
    "SCM650": """Revisi pengajuan terdahulu tidak dapat dibaca.

`revision` pada pengajuan terdahulu menyebut commit atau tag git yang tidak ada di repositori
ini, atau pada saat itu folder kota belum ada. Bab perubahan sejak pengajuan sebelumnya karena
itu tidak dapat disusun. Samakan dengan `git log`, atau ambil riwayat git selengkapnya.
""",
    "SCM622": """Penanda yang tidak dikenal dalam acuan.docx.

Di sampul, kepala, dan kaki halaman, penanda seperti [[JUDUL]] diganti dengan isinya. Penanda
yang tidak dikenal akan tercetak apa adanya di depan asesor. Betulkan ejaannya; semuanya huruf
besar, tanpa spasi.
""",
    "SCM623": """Templat yang tidak dipakai.

Folder templat bernama sama dengan dokumennya, misalnya templates/laporan-evaluasi. Yang bernama
lain tidak dibaca, sehingga perubahan di dalamnya tidak tampak pada dokumen mana pun. Nama-nama
dokumen ada di `scmaster list`.
""",
    "SCM624": """Gambar acuan.docx tanpa teks alternatif.

Lambang atau gambar lain di sampul, kepala, atau kaki halaman tidak berarti apa-apa bagi pembaca
layar bila tidak diberi keterangan. Di Word: klik kanan gambar, *View Alt Text*, lalu tulis
misalnya "Lambang Kota Balikpapan".
""",
    "SCM625": """Berkas acuan.pptx tidak dapat dipakai.

Berkas acuan paparan tidak dapat dibuka, terlalu besar, atau mengambil sesuatu dari luar ketika
dibuka. Simpan ulang dari PowerPoint sebagai .pptx biasa, atau hapus berkas itu dari folder
templates/_shared agar acuan bawaan yang dipakai.
""",
    "SCM626": """Tata letak acuan.pptx tidak lengkap.

Tata letak (*Layout* di *Slide Master*) dan kotak di dalamnya dikenali dari namanya. Yang tidak
ada, berganti nama, atau terlalu kecil membuat slide tidak dapat disusun. LibreOffice Impress
mengganti nama-nama itu saat menyimpan, karena itu ubahlah acuan.pptx dengan PowerPoint.
""",
}


class FaultError(Exception):
    """Carries diagnostics up to `render`, and never further."""

    def __init__(self, *diagnostics: Diagnostic) -> None:
        """Keep what there is to say."""
        super().__init__(*(d.message for d in diagnostics))
        self.diagnostics = diagnostics


def error(code: str, span: Span, message: str, hint: str = "") -> Diagnostic:
    """Make a diagnostic; whatever stops a document is an error."""
    return Diagnostic(code, Severity.ERROR, span, message, hint)


class UnplacedError(Exception):
    """A fault whose place in the template the caller knows better."""

    def __init__(self, code: str, message: str, hint: str = "") -> None:
        """Keep what there is to say, until the place is known."""
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = hint
