#pragma once
#include <string>
#include <utility>
#include <vector>

#include "plan/item.hpp"

/// What an item says, in words for people: the same on the page and in every download.
namespace caicach::plan
{

[[nodiscard]] std::string names_of(const std::vector<Mention>& mentions);  ///< parted by "; "
[[nodiscard]] std::string schedule_text(const Item& item);
[[nodiscard]] std::string quotas_text(const Item& item);
[[nodiscard]] std::string metrics_text(const Item& item);
[[nodiscard]] std::string audience_text(const Item& item);

/// The names and values of an item, as pages show them; empty ones are left out.
struct ItemFacts {
    std::vector<std::pair<std::string, std::string>> rows{};
};
[[nodiscard]] ItemFacts facts_of(const Item& item);

}  // namespace caicach::plan
