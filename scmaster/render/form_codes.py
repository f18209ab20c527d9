"""What can be wrong with an official form, and with the form.yaml that fills it."""

CODES = {
    "SCM660": """Borang tidak dapat dipakai.

Sebuah borang resmi terdiri atas folder templates/<borang>/ berisi form.yaml dan berkas .docx
dari penerbitnya. Nama folder harus sama dengan id di form.yaml, berbeda dari nama dokumen
scmaster, satu form.yaml memuat satu borang, dan satu tag hanya ditulis sekali.
""",
    "SCM661": """Berkas borang tidak dapat dibuka.

Berkas .docx yang disebut form.yaml tidak ada, rusak, memuat makro atau DOCTYPE, atau menarik
isi dari luar berkas. Borang seperti itu tidak diisi. Ambil kembali berkas aslinya dari
penerbit, dan simpan di folder yang sama dengan form.yaml.
""",
    "SCM662": """Berkas borang bukan edisi yang disebut.

Sidik SHA-256 berkas berbeda dari sha256 di form.yaml: berkasnya sudah berubah, atau penerbit
mengeluarkan edisi baru. Tag yang sama dapat berarti lain pada edisi lain, maka borang tidak
diisi. Periksa tag-nya satu per satu, lalu perbarui edition dan sha256.
""",
    "SCM663": """Tag tidak ada dalam borang.

form.yaml menyebut tag yang tidak dimiliki satu isian pun di berkas Word, atau isian sebuah
baris berulang tidak sebaris. Data itu tidak akan tercetak di mana pun, maka borang tidak
diisi. Samakan dengan tag pada Properti isian di Word (tab Pengembang).
""",
    "SCM664": """Isian borang belum dipasangkan dengan data.

Berkas Word memuat isian yang tidak disebut di form.yaml, sehingga tetap kosong. Tambahkan
tag dan datanya di fields, atau isi sendiri di Word sesudah borang dibuat.
""",
    "SCM665": """Isian borang kosong.

Data yang seharusnya mengisi isian ini belum diketahui kota. Borang tetap dibuat dan isian itu
memuat "belum ada". Lengkapi datanya di folder kota; jangan diisi dengan perkiraan.
""",
    "SCM666": """Nilai tidak cocok dengan jenis isian borang.

Isian pilihan hanya menerima salah satu pilihannya, kotak centang hanya ya atau tidak, isian
tanggal hanya tanggal. Isian gambar, dan isian yang memuat isian lain, tidak diisi scmaster.
""",
    "SCM667": """Ungkapan di form.yaml keliru.

`value` dan `each` menyebut data kota dengan nama: city.name, answers["BAS.01"].fact,
programmes. Nama yang salah eja, atau tata tulis yang tidak selesai, membuat isian kosong
tanpa ada yang tahu, maka borang tidak diisi. Daftar namanya ada di docs/borang.md.
""",
}
