#pragma once
#include <cstddef>
#include <string>

#include "plan/importer/gazetteer.hpp"
#include "plan/importer/words.hpp"

/// How far a name reaches that the gazetteer does not have: by its capitals in a sentence, by the
/// separators in a value.
namespace caicach::plan::importer
{

/// "Sở", "Ủy ban nhân dân xã" at word `at`, behind "thuộc": the word behind, 0 where none stands.
[[nodiscard]] std::size_t office_end(const Words& words, std::size_t at);
/// Capitalised words of a proper name: "Đắk Nông", "Vân Phong". `at` where none stands.
[[nodiscard]] std::size_t proper_name_end(const Words& words, std::size_t at);
/// The word behind the name of a province, `at` where none stands.
[[nodiscard]] std::size_t skip_province(const Words& words, const Gazetteer& gazetteer,
                                        std::size_t at);
/// In a value a name reaches to the next separator.
[[nodiscard]] std::size_t value_name_end(const Words& words, const Gazetteer& gazetteer,
                                         std::size_t at);
/// In a sentence a name reaches as far as its capitals, over "và" between two of them.
[[nodiscard]] std::size_t sentence_name_end(const Words& words, const Gazetteer& gazetteer,
                                            std::size_t at);

/// Behind a collective: "… trên địa bàn tỉnh X", "… của tỉnh" say nothing new.
[[nodiscard]] std::size_t group_tail_end(const Words& words, const Gazetteer& gazetteer,
                                         std::size_t at);

/// "Ban Quản lý Khu kinh tế X và các khu công nghiệp" is one body, named after its first zone:
/// the end of its name whose zone begins at `at`, 0 where it is none.
[[nodiscard]] std::size_t zones_end(const Words& words, std::size_t at);
/// The words [at, end) as a name; "Trung tâm … các huyện, thị xã" ends in "cấp huyện".
[[nodiscard]] std::string name_with_level(const Words& words, std::size_t at, std::size_t end);
/// True where one of the words [from, to) begins with a capital.
[[nodiscard]] bool has_capital(const Words& words, std::size_t from, std::size_t to);

/// "Giám đốc sở, Thủ trưởng cơ quan": behind a post the head word alone is all of them. 0 where
/// it is not alone.
[[nodiscard]] std::size_t bare_head_end(const Words& words, std::size_t at);

}  // namespace caicach::plan::importer
