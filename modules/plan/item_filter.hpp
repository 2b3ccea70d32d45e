#pragma once
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "database/transaction.hpp"
#include "http/request.hpp"
#include "plan/edition.hpp"

namespace caicach::plan
{

/// What a reader narrows a plan's items to; all parts must hold.
struct ItemFilter {
    std::string words{};             ///< "tim": searched without diacritics
    std::string agency{};            ///< "co-quan": slug of an agency; groups it belongs to count
    std::optional<ItemType> type{};  ///< "loai"
    std::string area{};              ///< "linh-vuc": key of a field of reform
    int quarter{};                   ///< "quy": 1–4; what is due or runs in it

    [[nodiscard]] bool is_empty() const
    {
        return words.empty() && agency.empty() && !type && area.empty() && quarter == 0;
    }
    /// "?tim=…&loai=…", empty where nothing is filtered.
    [[nodiscard]] std::string query() const;
};

/// Unknown values are no filter: an old link shows more, never an error.
[[nodiscard]] ItemFilter filter_of(const http::Request& request);

/// The positions, in order, of the items that pass.
[[nodiscard]] Result<std::vector<std::size_t>> passing(database::Transaction& transaction,
                                                       const Edition& edition,
                                                       std::span<const Item> items,
                                                       const ItemFilter& filter);

/// Whether the item is due, or may be worked on, within the quarter.
[[nodiscard]] bool falls_into(const Item& item, int year, int quarter);

}  // namespace caicach::plan
