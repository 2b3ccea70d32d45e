#pragma once
#include <cstddef>
#include <string_view>
#include <vector>

#include "plan/importer/gazetteer.hpp"
#include "plan/importer/imported_plan.hpp"
#include "plan/importer/words.hpp"

/// Lists of agencies: "Sở Tài chính, Công Thương; UBND các huyện, thành phố và các đơn vị liên
/// quan" is four. Texts are taken with their short forms already written out (Gazetteer::expand).
namespace caicach::plan::importer
{

/// How much of a text is a list of agencies.
enum class Reading {
    value,     ///< all of it: the value of "Cơ quan chủ trì:", a table cell
    sentence,  ///< its beginning; where the list ends the sentence goes on
};

struct AgencyList {
    std::vector<AgencyName> names{};
    std::size_t end{};  ///< the first word behind the list

    [[nodiscard]] bool empty() const { return names.empty(); }
};

/// The list that begins at word `at`; empty where none does.
[[nodiscard]] AgencyList agencies_at(const Words& words, std::size_t at, const Gazetteer& gazetteer,
                                     Reading reading);
/// All agencies of a value, short forms and all.
[[nodiscard]] std::vector<AgencyName> agencies_in(std::string_view text,
                                                  const Gazetteer& gazetteer);
/// Adds those that are not there yet.
void merge(std::vector<AgencyName>& into, const std::vector<AgencyName>& from);

}  // namespace caicach::plan::importer
