#pragma once
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "database/transaction.hpp"
#include "http/request.hpp"
#include "plan/edition.hpp"

namespace caicach::plan
{

/// What the parts of a filter are called in an address.
struct FilterNames {
    std::string_view words{"tim"};
    std::string_view agency{"co-quan"};
    std::string_view type{"loai"};
    std::string_view area{"linh-vuc"};
    std::string_view quarter{"quy"};
};

/// What a reader narrows a plan's items to; all parts must hold.
struct ItemFilter {
    std::string words{};   ///< searched without diacritics
    std::string agency{};  ///< slug of an agency; groups it belongs to count
    std::optional<ItemType> type{};
    std::string area{};  ///< key of a field of reform
    int quarter{};       ///< 1–4; what is due or runs in it

    [[nodiscard]] bool is_empty() const
    {
        return words.empty() && agency.empty() && !type && area.empty() && quarter == 0;
    }
    /// "?tim=…&loai=…", empty where nothing is filtered.
    [[nodiscard]] std::string query(const FilterNames& names = {}) const;
};

/// Unknown values are no filter: an old link shows more, never an error.
[[nodiscard]] ItemFilter filter_of(const http::Request& request, const FilterNames& names = {});

/// The positions, in order, of the items that pass.
[[nodiscard]] Result<std::vector<std::size_t>> passing(database::Transaction& transaction,
                                                       const Edition& edition,
                                                       std::span<const Item> items,
                                                       const ItemFilter& filter);

/// Whether the item is due, or may be worked on, within the quarter.
[[nodiscard]] bool falls_into(const Item& item, int year, int quarter);

}  // namespace caicach::plan
