#include "app/demo/demo_names.hpp"

#include <array>
#include <string_view>

namespace caicach::app
{
namespace
{

// No pair of these is the name of a commune of the sample.
constexpr std::array<std::string_view, 13> first_words{"Nậm",   "Suối",  "Bàu",   "Vàm", "Khe",
                                                       "Lũng",  "Mường", "Rạch",  "Đèo", "Ghềnh",
                                                       "Trảng", "Gò",    "Phiêng"};
constexpr std::array<std::string_view, 13> second_words{
    "Trám", "Bứa", "Sậy", "Xoan", "Lau", "Móc", "Dẻ", "Sấu", "Cọ", "Vối", "Nhội", "Chàm", "Bồ Nâu"};

constexpr std::array<std::string_view, 20> surnames{
    "Đàm", "Lục", "Tạ",  "Khuất",  "Ngụy",  "Ma", "Giàng", "Sầm",   "Nông", "Quách",
    "Bế",  "Hứa", "Lại", "Nghiêm", "Triệu", "Vi", "Chử",   "Phùng", "Cù",   "Thào"};
constexpr std::array<std::string_view, 12> middle_words{
    "Văn", "Thị", "Minh", "Thu", "Hoài", "Duy", "Ngọc", "Quang", "Bích", "Trung", "Kim", "Hải"};
constexpr std::array<std::string_view, 24> given_names{
    "An",   "Bách", "Châu", "Diệp", "Giang", "Hà",   "Hiền", "Hòa",
    "Khuê", "Lâm",  "Linh", "Mai",  "Nghĩa", "Oanh", "Phúc", "Quyên",
    "Sơn",  "Thảo", "Trà",  "Tuệ",  "Uyên",  "Vinh", "Xuân", "Yến"};

template <std::size_t count>
std::string_view one_of(const std::array<std::string_view, count>& words, DemoChance& chance)
{
    return words.at(static_cast<std::size_t>(chance.below(static_cast<int>(count))));
}

}  // namespace

std::vector<std::string> demo_commune_names(DemoChance& chance)
{
    std::vector<std::string> names;
    names.reserve(first_words.size() * second_words.size());
    for (const auto first : first_words)
        for (const auto second : second_words)
            names.push_back(std::string{first} + " " + std::string{second});
    chance.shuffle(names);
    return names;
}

std::string demo_person_name(DemoChance& chance)
{
    std::string name{one_of(surnames, chance)};
    name.append(" ").append(one_of(middle_words, chance));
    name.append(" ").append(one_of(given_names, chance));
    return name;
}

}  // namespace caicach::app
