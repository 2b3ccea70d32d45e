#include "plan/importer/measure_words.hpp"

#include <algorithm>

namespace caicach::plan::importer
{
namespace
{

struct Operator {
    std::string_view phrase{};
    std::string_view op{};
};

constexpr Operator operators_before[] = {
    {"toi thieu", ">="},
    {"it nhat", ">="},
    {"khong duoi", ">="},
    {"khong thap hon", ">="},
    {"khong it hon", ">="},
    {"tren", ">"},
    {"hon", ">"},
    {"cao hon", ">"},
    {"lon hon", ">"},
    {"nhieu hon", ">"},
    {"thap hon", "<"},
    {"it hon", "<"},
    {"nho hon", "<"},
    {"vuot", ">"},
    {"vuot qua", ">"},
    {"≥", ">="},
    {">", ">"},
    {"> =", ">="},
    {"duoi", "<"},
    {"khong qua", "<="},
    {"khong de qua", "<="},
    {"khong duoc qua", "<="},
    {"toi da", "<="},
    {"khong vuot qua", "<="},
    {"≤", "<="},
    {"<", "<"},
    {"< =", "<="},
    {"khong lon hon", "<="},
};

/// "không được vượt quá", "không để dưới": a denial before the phrase turns it round.
bool is_denied(const Words& words, std::size_t phrase)
{
    for (std::size_t back = 1; back <= 2 && back <= phrase; ++back) {
        const auto& word = words[phrase - back].folded;
        if (word == "khong" || word == "chua") return true;
        if (word != "duoc" && word != "de" && word != "the") return false;
    }
    return false;
}

std::string_view turned(std::string_view op) { return op.starts_with('>') ? "<=" : ">="; }

/// What is counted, where the number is no percentage.
constexpr std::string_view count_units[] = {
    "don vi",       "hoat dong",  "cuoc",        "lan",
    "lop",          "tin",        "bai",         "diem",
    "bac",          "mo hinh",    "sang kien",   "giai phap",
    "hoi nghi",     "van ban",    "thu tuc",     "dich vu",
    "xa",           "huyen",      "nguoi",       "ho so",
    "phong su",     "chuyen muc", "video",       "buoi",
    "dot",          "san pham",   "co quan",     "ngay",
    "phut",         "gio",        "quyet dinh",  "de an",
    "chuyen de",    "so",         "ky",          "hoi thi",
    "cuoc thi",     "toa dam",    "nhom",        "co so",
    "doanh nghiep", "linh vuc",   "he thong",    "phan mem",
    "khau hieu",    "pa no",      "clip",        "ban tin",
    "chuong trinh", "kiot",       "bang",        "diem phan tram",
    "hang",         "tin bai",    "nhiem vu",    "quy trinh",
    "phuong",       "thi tran",   "dac khu",     "thi xa",
    "quan",         "thon",       "to dan pho",  "co so giao duc",
    "tap huan",     "bai viet",   "luot nguoi",  "luot",
    "thi sinh",     "bai thi",    "can bo",      "cong chuc",
    "vien chuc",    "ho",         "to chuc",     "ca nhan",
    "cuon",         "bai du thi", "ho gia dinh", "luot truy cap",
    "trieu dong",   "ty dong",    "to roi",      "cong dan",
};

}  // namespace

std::optional<std::string_view> operator_before(const Words& words, std::size_t at)
{
    constexpr std::size_t reach = 5;
    std::optional<std::string_view> best;
    std::size_t best_end = 0;
    for (std::size_t back = 1; back <= reach && back <= at; ++back) {
        const auto place = at - back;
        if (words[place].digits || words.is(place, "%") || words.is(place, ";")) break;
        for (const auto& row : operators_before) {
            const auto end = words.match(place, row.phrase);
            if (end == 0 || end > at || end < best_end) continue;
            // "trên địa bàn", "trên môi trường" say where, not how much.
            if (end != at && (back > 3 || row.phrase == "tren")) continue;
            best = is_denied(words, place) ? turned(row.op) : row.op;
            best_end = end;
        }
    }
    return best;
}

std::optional<std::string_view> operator_after(const Words& words, std::size_t at)
{
    // "Từ 95% cán bộ, công chức, viên chức trở lên"
    constexpr std::size_t reach = 10;
    for (auto place = at; place < words.size() && place < at + reach; ++place) {
        if (words.match(place, "tro len") != 0) return ">=";
        if (words.match(place, "tro xuong") != 0) return "<=";
        if (words[place].digits || (!words[place].letters && !words.is(place, ","))) break;
    }
    return std::nullopt;
}

std::size_t counted_end(const Words& words, std::size_t at)
{
    std::size_t end = 0;
    for (const auto unit : count_units) end = std::max(end, words.match(at, unit));
    return end;
}

}  // namespace caicach::plan::importer
