// Single words that the readers ask for: what fills a role, what goes on, what heads an agency.
#include <unordered_set>

#include "plan/importer/lexicon.hpp"
#include "text/text.hpp"

namespace caicach::plan::importer
{

using FoldedSet = std::unordered_set<std::string_view>;

bool is_role_filler(std::string_view folded)
{
    static const FoldedSet words{
        "trien", "khai", "thuc",  "hien", "to",   "chuc",  "theo", "quy",  "dinh",  "va",
        ",",     ".",    ";",     "viec", "nay",  "cac",   "noi",  "dung", "nhiem", "vu",
        "chi",   "tieu", "chu",   "tri",  "phoi", "hop",   "tham", "muu",  "theo",  "doi",
        "don",   "doc",  "huong", "dan",  "kiem", "tra",   "giam", "sat",  "tong",  "trach",
        "duoc",  "giao", "chuc",  "nang", "do",   "la",    "co",   "chiu", "cung",  "dao",
        "dau",   "moi",  "danh",  "gia",  "ket",  "qua",   "hang", "nam",  "bao",   "cao",
        "(",     ")",    "-",     "dong", "thoi", "quan",  "don",  "vi",   "de",    "phan",
        "cong",  "tren", "dia",   "ban",  "tinh", "chung", "muc",  "dam"};
    return words.contains(folded);
}

bool is_connective(std::string_view word)
{
    // With their diacritics: "tại" goes on, "vận tải" does not.
    static const FoldedSet words{"của",   "và",  "các",  "về",   "tại", "theo",  "cho",   "với",
                                 "trong", "số",  "ngày", "trên", "từ",  "đến",   "những", "được",
                                 "bằng",  "do",  "hoặc", "là",   "mỗi", "thuộc", "giữa",  "vào",
                                 "bởi",   "khi", "mà",   "như",  "hay", "ở"};
    return words.contains(word);
}

bool opens_statement(std::string_view text)
{
    const Words words{text.substr(0, 80)};
    static constexpr std::string_view openings[] = {
        "phoi hop",     "chu tri",     "tham muu",
        "theo doi",     "to chuc",     "huong dan",
        "thuc hien",    "chi dao",     "xay dung",
        "tiep tuc",     "day manh",    "chiu trach nhiem",
        "can cu",       "tren co so",  "dinh ky",
        "thuong xuyen", "kip thoi",    "bo tri",
        "dua noi",      "duy tri",     "tuyen truyen",
        "tham dinh",    "tong hop",    "lam dau moi",
        "la co quan",   "la don vi",   "chu dong",
        "long ghep",    "niem yet",    "cung cap",
        "ra soat",      "kiem tra",    "ban hanh",
        "trien khai",   "tang cuong",  "nang cao",
        "bao dam",      "dam bao",     "hang nam",
        "hang quy",     "hang thang",  "trong qua trinh",
        "tren day la",  "yeu cau",     "de nghi",
        "giao",         "cap nhat",    "cong khai",
        "hoan thanh",   "hoan thien",  "phan cong",
        "quan triet",   "bien soan",   "dinh huong",
        "bao cao",      "van dong",    "phat huy",
        "giam sat",     "tham gia",    "dang tai",
        "phat song",    "tap trung",   "gioi thieu",
        "pho bien",     "nghien cuu",  "cong bo",
        "gui",          "lap du toan", "bo sung",
        "thong bao"};
    for (const auto opening : openings) {
        if (words.match(0, opening) != 0) return begins_with_capital(text);
    }
    return false;
}

bool is_agency_head(std::string_view folded)
{
    static const FoldedSet words{
        "so",   "ban",  "bao",     "dai", "truong", "trung", "cong", "tap",  "tong", "hoi",  "hiep",
        "lien", "chi",  "cuc",     "kho", "ngan",   "phong", "vien", "benh", "buu",  "quy",  "toa",
        "doan", "uy",   "bo",      "van", "thanh",  "cac",   "tinh", "mat",  "dang", "cong", "ubnd",
        "thue", "vnpt", "viettel", "hai", "vu",     "lien",  "cap",  "to",   "nha",  "thi",  "hop"};
    return words.contains(folded);
}

bool heads_agency(const Words& words, std::size_t at)
{
    if (at >= words.size() || !is_agency_head(words[at].folded)) return false;
    // Their second syllable is small: "Hải quan", "Thanh tra", "Công an", "Kho bạc".
    static const FoldedSet halves{"hai", "thanh", "cong", "kho", "ngan", "vien", "buu", "toa",
                                  "van", "tap",   "hiep", "mat", "thi",  "hop",  "tinh"};
    const bool place = at + 1 < words.size() && words[at + 1].letters && words[at + 1].capital &&
                       !words[at + 1].digits;
    return !(place && halves.contains(words[at].folded));
}

}  // namespace caicach::plan::importer
