// What buttons with an icon say in each language, OFF and ON.

const WORDS = {
  ar: { like: "إعجاب>أعجبني", save: "حفظ>محفوظ", favorite: "المفضلة", pin: "تثبيت>مثبت", follow: "متابعة>متابَع", flag: "تمييز>مميز" },
  cs: { like: "Líbí se mi", save: "Uložit>Uloženo", favorite: "Oblíbené", pin: "Připnout>Připnuto", follow: "Sledovat>Sleduji", flag: "Označit>Označeno" },
  de: { like: "Gefällt mir", save: "Merken>Gemerkt", favorite: "Favorit", pin: "Anheften>Angeheftet", follow: "Folgen>Gefolgt", flag: "Markieren>Markiert" },
  el: { like: "Μου αρέσει", save: "Αποθήκευση>Αποθηκεύτηκε", favorite: "Αγαπημένο", pin: "Καρφίτσωμα>Καρφιτσωμένο", follow: "Ακολούθηση>Ακολουθείτε", flag: "Επισήμανση" },
  en: { like: "Like>Liked", save: "Save>Saved", favorite: "Favorite", pin: "Pin>Pinned", follow: "Follow>Following", flag: "Flag>Flagged" },
  es: { like: "Me gusta", save: "Guardar>Guardado", favorite: "Favorito", pin: "Fijar>Fijado", follow: "Seguir>Siguiendo", flag: "Marcar>Marcado" },
  fa: { like: "پسندیدن>پسندیدید", save: "ذخیره>ذخیره شد", favorite: "موردعلاقه", pin: "سنجاق>سنجاق شد", follow: "دنبال کردن>دنبال می‌کنید", flag: "علامت" },
  fi: { like: "Tykkää>Tykätty", save: "Tallenna>Tallennettu", favorite: "Suosikki", pin: "Kiinnitä>Kiinnitetty", follow: "Seuraa>Seurataan", flag: "Merkitse>Merkitty" },
  fr: { like: "J’aime", save: "Enregistrer>Enregistré", favorite: "Favori", pin: "Épingler>Épinglé", follow: "Suivre>Suivi", flag: "Marquer>Marqué" },
  he: { like: "אהבתי", save: "שמירה>נשמר", favorite: "מועדף", pin: "הצמדה>מוצמד", follow: "מעקב>במעקב", flag: "סימון>מסומן" },
  hi: { like: "पसंद", save: "सहेजें>सहेजा गया", favorite: "पसंदीदा", pin: "पिन करें>पिन किया", follow: "फ़ॉलो करें>फ़ॉलो कर रहे हैं", flag: "चिह्नित करें" },
  hu: { like: "Tetszik", save: "Mentés>Mentve", favorite: "Kedvenc", pin: "Kitűzés>Kitűzve", follow: "Követés>Követve", flag: "Megjelölés>Megjelölve" },
  id: { like: "Suka>Disukai", save: "Simpan>Tersimpan", favorite: "Favorit", pin: "Sematkan>Tersemat", follow: "Ikuti>Mengikuti", flag: "Tandai>Ditandai" },
  it: { like: "Mi piace", save: "Salva>Salvato", favorite: "Preferito", pin: "Fissa>Fissato", follow: "Segui>Segui già", flag: "Contrassegna" },
  ja: { like: "いいね", save: "保存>保存済み", favorite: "お気に入り", pin: "固定>固定済み", follow: "フォロー>フォロー中", flag: "フラグ" },
  ko: { like: "좋아요", save: "저장>저장됨", favorite: "즐겨찾기", pin: "고정>고정됨", follow: "팔로우>팔로잉", flag: "표시" },
  nl: { like: "Leuk", save: "Bewaren>Bewaard", favorite: "Favoriet", pin: "Vastmaken>Vastgemaakt", follow: "Volgen>Volgend", flag: "Markeren>Gemarkeerd" },
  pl: { like: "Lubię to", save: "Zapisz>Zapisano", favorite: "Ulubione", pin: "Przypnij>Przypięto", follow: "Obserwuj>Obserwujesz", flag: "Oznacz>Oznaczono" },
  pt: { like: "Curtir>Curtido", save: "Salvar>Salvo", favorite: "Favorito", pin: "Fixar>Fixado", follow: "Seguir>Seguindo", flag: "Marcar>Marcado" },
  ru: { like: "Нравится", save: "Сохранить>Сохранено", favorite: "Избранное", pin: "Закрепить>Закреплено", follow: "Подписаться>Вы подписаны", flag: "Отметить>Отмечено" },
  sv: { like: "Gilla>Gillad", save: "Spara>Sparad", favorite: "Favorit", pin: "Fäst>Fäst", follow: "Följ>Följer", flag: "Flagga>Flaggad" },
  th: { like: "ถูกใจ", save: "บันทึก>บันทึกแล้ว", favorite: "รายการโปรด", pin: "ปักหมุด>ปักหมุดแล้ว", follow: "ติดตาม>กำลังติดตาม", flag: "ตั้งค่าสถานะ" },
  tr: { like: "Beğen>Beğenildi", save: "Kaydet>Kaydedildi", favorite: "Favori", pin: "Sabitle>Sabitlendi", follow: "Takip et>Takip ediliyor", flag: "İşaretle>İşaretlendi" },
  uk: { like: "Подобається", save: "Зберегти>Збережено", favorite: "Вибране", pin: "Закріпити>Закріплено", follow: "Стежити>Ви стежите", flag: "Позначити>Позначено" },
  vi: { like: "Thích>Đã thích", save: "Lưu>Đã lưu", favorite: "Yêu thích", pin: "Ghim>Đã ghim", follow: "Theo dõi>Đang theo dõi", flag: "Gắn cờ>Đã gắn cờ" },
  "zh-Hans": { like: "点赞>已赞", save: "收藏>已收藏", favorite: "喜欢", pin: "置顶>已置顶", follow: "关注>已关注", flag: "标记>已标记" },
  "zh-Hant": { like: "讚>已讚", save: "儲存>已儲存", favorite: "我的最愛", pin: "釘選>已釘選", follow: "追蹤>追蹤中", flag: "標示>已標示" },
};

/** The words OFF and ON of a kind of button: `like`, `save`, `favorite`, `pin`, `follow` or `flag`. */
export function toggleWords(lang, kind) {
  const [off, on = off] = (WORDS[lang] ?? WORDS.en)[kind].split(">");
  return [off, on];
}
