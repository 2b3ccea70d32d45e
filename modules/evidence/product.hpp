#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace caicach::evidence
{

/// Something that plans count and facts bring: reference data (data/reference/products.csv), so
/// that a new kind of work needs no new program. Keys in use stand in the file: "article", …
struct Product {
    std::string key{};
    std::string text{};  ///< "Tin, bài"
    std::string unit{};  ///< "tin, bài": behind a number
    bool is_for_duty{};  ///< made for one duty: counts only for that which it was reported for
    std::vector<std::string> words{};  ///< how plans call it
};

/// All of them, in the order of the file. The list is part of the program and cannot fail.
[[nodiscard]] std::span<const Product> products();
/// Nothing where there is none of that key.
[[nodiscard]] const Product* product_of(std::string_view key);

/// The product that the unit of a quota names ("tin, bài", "số"): the one whose words, whole and in
/// small letters, are the longest found. Nothing where none is found.
[[nodiscard]] const Product* product_of_unit(std::string_view unit);
/// The same for a sentence ("Mở lớp tập huấn …"), where words of one syllable say too little:
/// "công nghệ thông tin" is no article.
[[nodiscard]] const Product* product_in(std::string_view sentence);

}  // namespace caicach::evidence
