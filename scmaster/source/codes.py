"""Every code of this stage with its page, for people who have never heard of YAML.

A page is its own test: the line marked with its code in *Salah* is where the reader must
point, and *Benar* must be read without a word.
"""

CODES: dict[str, str] = {
    "SCM001": """Bagian ini tidak dapat dibaca sebagai YAML.

Susunan huruf di tempat ini tidak mengikuti aturan penulisan 'nama: nilai', sehingga isi
berkas sesudahnya tidak dapat dibaca. Bandingkan dengan baris di atasnya: lekukan, titik
dua, tanda kutip, dan kurung.

Salah:

    name: ? Balikpapan  # SCM001

Benar:

    name: Balikpapan
""",
    "SCM002": """Satu nama isian ditulis dua kali di tempat yang sama.

Hanya satu nilai yang dapat dipakai, dan tidak ada yang tahu mana yang benar. Hapus salah
satu. Bila yang kedua adalah data lain (misalnya program berikutnya), awali dengan '- '.

Salah:

    name: Jam Macet
    owner: dishub
    name: Jam Macet 2021  # SCM002

Benar:

    name: Jam Macet
    owner: dishub
""",
    "SCM003": """Berkas ini kosong.

Berkas yang kosong tidak menyumbang apa pun. Isi, atau hapus agar tidak membingungkan.

Salah:

    # belum diisi  # SCM003

Benar:

    city:
      name: Balikpapan
""",
    "SCM004": """Alias (*) mengulang terlalu banyak isi.

Tanda & memberi nama pada suatu isi dan tanda * mengulangnya. Bila bertumpuk, sembilan
baris pendek dapat berarti satu miliar isian. Tulis datanya langsung, tanpa & dan *.
""",
    "SCM005": """Isi berkas terlalu dalam bertingkat.

Data kota tidak pernah sedalam itu; biasanya ada kurung yang tidak sengaja berulang atau
lekukan yang terus bertambah. Periksa baris yang ditunjuk.
""",
    "SCM006": """Ada karakter yang tidak terlihat atau sudah rusak.

Karakter kendali, karakter pembalik arah tulisan, dan tanda \ufffd tidak dapat dicetak dan
dapat menyesatkan pembaca. Biasanya terbawa saat menempel dari PDF atau Word. Hapus, lalu
ketik ulang bagian itu.

Salah:

    name: "Balik\\epapan"  # SCM006

Benar:

    name: "Balikpapan"
""",
    "SCM007": """Berkas bukan teks UTF-8.

Berkas disimpan dengan pengodean lain (Windows-1252/ANSI, UTF-16), atau sebenarnya berkas
Word, Excel, atau PDF. Buka dengan Notepad, pilih 'Save As', lalu Encoding: UTF-8. Sesudah
itu periksa huruf di tempat yang ditunjuk, misalnya tanda kutip dan tanda hubung panjang.
Dokumen bukti (PDF, Word) disimpan di folder 'files/'.
""",
    "SCM008": """Berkas terlalu besar.

Berkas yang ditulis orang tidak pernah mencapai delapan megabita. Pecah menjadi beberapa
berkas, misalnya satu berkas untuk setiap perangkat daerah. Dokumen bukti disimpan di
folder 'files/'.
""",
    "SCM009": """Berkas atau folder tidak dapat dibuka.

Berkas tidak ada lagi, izinnya ditolak, atau yang bernama .yaml itu bukan berkas biasa
(misalnya folder). Periksa nama dan izinnya, lalu jalankan kembali pemeriksaan.
""",
    "SCM010": """Berkas berisi lebih dari satu dokumen YAML.

Baris '---' di tengah berkas memulai dokumen baru. Satu berkas hanya memuat satu dokumen.
Hapus baris '---', atau pindahkan isi di bawahnya ke berkas lain.

Salah:

    city:
      name: Balikpapan
    ---  # SCM010
    opd: []

Benar:

    city:
      name: Balikpapan
    opd: []
""",
    "SCM011": """Tag YAML (tanda seru di depan nilai) tidak dipakai di sini.

Tag memerintahkan program mengubah jenis nilai. Semua nilai di sini dibaca sebagai teks
dan jenisnya ditentukan oleh isiannya. Hapus tag itu, atau apit nilai dengan tanda kutip
bila tanda seru memang bagian dari teks.

Salah:

    code: !!str 64.71  # SCM011

Benar:

    code: 64.71
""",
    "SCM012": """Yang ditulis sebelum titik dua bukan satu nama.

Di depan titik dua hanya boleh satu nama isian, bukan daftar, kurung, atau kosong. Teks
yang diawali kurung, misalnya {{ nama }}, harus diapit tanda kutip.

Salah:

    name: {{ kota }}  # SCM012

Benar:

    name: "{{ kota }}"
""",
    "SCM013": """Penggabungan isian dengan '<<' tidak dipakai di sini.

Isian yang digabungkan tidak tampak di tempat ia dipakai, sehingga kesalahan di dalamnya
tidak dapat ditunjukkan barisnya. Tulis isiannya satu per satu.

Salah:

    city:
      <<: {kind: kota}  # SCM013
      name: Balikpapan

Benar:

    city:
      kind: kota
      name: Balikpapan
""",
    "SCM014": """Alias (*) menunjuk nama yang tidak ada.

Nilai yang diawali bintang (*) berarti 'ulangi isi yang bernama itu', dan nama itu belum
ditulis di atasnya. Bila bintang memang bagian dari teks, apit dengan tanda kutip.

Salah:

    note: *penting  # SCM014

Benar:

    note: "*penting"
""",
    "SCM015": """Tautan simbolik menuju ke luar folder kota.

Pemeriksaan hanya membaca berkas di dalam folder kota, agar hasilnya sama di setiap
komputer dan tidak ada berkas lain yang ikut terbaca. Salin berkas aslinya ke dalam folder
kota.
""",
    "SCM016": """Folder ini tidak berisi satu pun berkas YAML.

Berkas kota berakhiran .yaml atau .yml. Periksa nama foldernya. Di Windows, berkas yang
tampak sebagai 'profil.yaml' kadang sebenarnya bernama 'profil.yaml.txt'.
""",
    "SCM017": """Nama berkas berakhiran .yaml.txt, sehingga tidak dibaca.

Notepad menambahkan .txt di belakang nama, dan Windows menyembunyikannya. Ganti nama
berkas, atau di Notepad pilih 'Save as type: All Files' sebelum menyimpan.
""",
    "SCM020": """Lekukan memakai Tab.

YAML hanya mengenal spasi di awal baris, karena lebar Tab berbeda di setiap komputer.
Ganti setiap Tab dengan dua spasi. Di Notepad++ atau VS Code, aktifkan 'Insert spaces'.

Salah:

    city:
    \tname: Balikpapan  # SCM020

Benar:

    city:
      name: Balikpapan
""",
    "SCM021": """Sesudah titik dua tidak ada spasi.

Tanpa spasi, 'name:Balikpapan' terbaca sebagai satu kata, bukan isian 'name'. Tambahkan
satu spasi sesudah titik dua. Alamat web dan jam (https://..., 12:30) tidak terpengaruh.

Salah:

    city:
      name:Balikpapan  # SCM021

Benar:

    city:
      name: Balikpapan
""",
    "SCM022": """Tanda kutip dibuka tetapi tidak ditutup.

Semua yang ada sesudah tanda kutip pembuka, termasuk baris-baris di bawahnya, terbaca
sebagai satu teks. Yang ditunjuk adalah tanda kutip pembukanya.

Salah:

    name: "Jam Macet  # SCM022
    owner: dishub

Benar:

    name: "Jam Macet"
    owner: dishub
""",
    "SCM023": """Tanda sama dengan (=) dipakai sebagai pengganti titik dua.

Nama isian dan nilainya dipisahkan dengan titik dua dan satu spasi.

Salah:

    name = Jam Macet  # SCM023
    owner: dishub

Benar:

    name: Jam Macet
    owner: dishub
""",
    "SCM024": """Nilai memuat titik dua dan tidak diapit tanda kutip.

Titik dua yang diikuti spasi selalu memisahkan nama dari nilai. Dua kali dalam satu baris
membingungkan pembaca berkas. Apit nilainya dengan tanda kutip.

Salah:

    title: Laporan: tahap 2  # SCM024

Benar:

    title: "Laporan: tahap 2"
""",
    "SCM025": """Nilai diapit tanda kutip melengkung.

Word mengganti tanda kutip lurus dengan yang melengkung. YAML tidak mengenalnya sebagai
tanda kutip, sehingga tanda itu ikut tercetak di dokumen. Ganti dengan tanda kutip lurus.

Salah:

    name: “Jam Macet”  # SCM025

Benar:

    name: "Jam Macet"
""",
    "SCM026": """Lekukan atau letak baris tidak sesuai.

Banyaknya spasi di awal baris menentukan baris itu milik siapa. Baris-baris yang setingkat
harus menjorok sama banyak, dan isi di bawah suatu nama menjorok lebih dalam.

Salah:

    city:
        name: Balikpapan
      kind: kota  # SCM026

Benar:

    city:
        name: Balikpapan
        kind: kota
""",
    "SCM027": """Kurung tidak berpasangan.

Daftar yang dibuka dengan [ harus ditutup dengan ], dan { dengan }. Yang ditunjuk adalah
kurung yang tidak mempunyai pasangan.

Salah:

    supporting: [dlh, dishub  # SCM027
    owner: diskominfo

Benar:

    supporting: [dlh, dishub]
    owner: diskominfo
""",
    "SCM028": """Masih ada teks sesudah tanda kutip penutup.

Nilai yang diawali tanda kutip berakhir pada tanda kutip berikutnya. Apit seluruh nilai
dengan satu pasang tanda kutip. Bila teksnya memuat tanda ', pakai tanda kutip ganda.

Salah:

    title: 'Jum'at Bersih'  # SCM028

Benar:

    title: "Jum'at Bersih"
""",
    "SCM029": """Nilai diawali dengan karakter yang mempunyai arti khusus.

Tanda @, %, &, *, !, |, > dan ` di awal nilai adalah perintah bagi YAML. Apit nilainya
dengan tanda kutip.

Salah:

    account: @pemkotbalikpapan  # SCM029

Benar:

    account: "@pemkotbalikpapan"
""",
    "SCM030": """Garis miring terbalik di dalam tanda kutip ganda.

Di dalam tanda kutip ganda, garis miring terbalik memulai sebuah perintah, misalnya \\n
untuk baris baru. Pakai tanda kutip tunggal, atau garis miring biasa.

Salah:

    file: "D:\\data\\laporan.pdf"  # SCM030

Benar:

    file: 'D:\\data\\laporan.pdf'
""",
    "SCM032": """Sesudah tanda '-' di awal butir daftar tidak ada spasi.

Tanpa spasi, '-dishub' terbaca sebagai satu kata, bukan butir daftar.

Salah:

    supporting:
      -dishub  # SCM032

Benar:

    supporting:
      - dishub
""",
    "SCM033": """Baris ini tidak memuat titik dua.

Di tempat ini setiap baris harus berbentuk 'nama: nilai'. Bila baris ini lanjutan teks dari
baris di atasnya, buat lebih menjorok daripada nama isiannya.

Salah:

    name: Jam Macet
    owner dishub  # SCM033
    year: 2021

Benar:

    name: Jam Macet
    owner: dishub
    year: 2021
""",
    "SCM034": """Ada karakter yang tampak seperti spasi, atau tidak tampak sama sekali.

Word, WhatsApp, dan halaman web memakai beberapa macam spasi. Bagi YAML karakter itu huruf
biasa, sehingga nama isian menjadi lain daripada yang terlihat. Hapus, lalu ketik ulang
spasinya.

Salah:

    city:
    \u00a0\u00a0name: Balikpapan  # SCM034

Benar:

    city:
      name: Balikpapan
""",
    "SCM035": """Teks sesudah tanda # dianggap komentar.

Tanda # yang didahului spasi memulai komentar, dan sisanya tidak ikut dibaca. Bila # bagian
dari nilai, misalnya tagar atau kode warna, apit seluruh nilai dengan tanda kutip. Bila
memang komentar, tulis satu spasi sesudah #.

Salah:

    title: Kampung #SadarSampah  # SCM035

Benar:

    title: "Kampung #SadarSampah"  # ini komentar
""",
    "SCM036": """Koma kurang atau berlebih di dalam kurung.

Isi di dalam [ ] atau { } dipisahkan dengan satu koma. Teks yang memuat koma atau titik dua
harus diapit tanda kutip.

Salah:

    budget: {year: 2021 value: 5}  # SCM036

Benar:

    budget: {year: 2021, value: 5}
""",
}
