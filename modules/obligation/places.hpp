#pragma once
#include <string>
#include <vector>

#include "plan/api.hpp"

namespace caicach::obligation
{

/// Where else the document states the item: the places that a reviewer merged into it, "mục V.2,
/// dòng 31".
[[nodiscard]] inline std::vector<std::string> other_places(const plan::Item& item)
{
    std::vector<std::string> places;
    for (const auto& note : item.notes)
        if (note.key == plan::also_at) places.push_back(note.text);
    return places;
}

}  // namespace caicach::obligation
