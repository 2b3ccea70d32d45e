#pragma once
#include <optional>
#include <string>
#include <vector>

#include "manifest/context.hpp"
#include "plan/change.hpp"
#include "plan/edit_store.hpp"
#include "plan/edition.hpp"
#include "plan/review.hpp"

namespace caicach::plan
{

/// All that the review of a draft shows.
struct ReviewPage {
    Edition edition{};
    std::vector<Item> items{};  ///< in order, removed ones too
    std::vector<SourceLine> lines{};
    std::vector<Change> changes{};  ///< to the edition in force
    Openness open{};
    std::optional<Edit> last_edit{};
    std::string file_path{};              ///< the document as it was uploaded
    std::vector<std::string> agencies{};  ///< to choose from; only whole pages list them
    bool may_review{};
    bool may_put_in_force{};
};
[[nodiscard]] Result<ReviewPage> load_review(const Context& context,
                                             database::Transaction& transaction,
                                             const Edition& edition);

/// The item to see after `item` was dealt with: the next that needs a person, else itself.
[[nodiscard]] Item next_to_see(const std::vector<Item>& items, const Item& item);

/// The standing item right before `item`; none for the first.
[[nodiscard]] const Item* item_above(const std::vector<Item>& items, ItemId item);

/// The standing item that `item` repeats, where the reading noted so; none else.
[[nodiscard]] const Item* repeated_by(const std::vector<Item>& items, const Item& item);

/// Names that nobody knows, each once, in the order of the document.
struct UnknownName {
    std::string text{};
    std::size_t items{};  ///< that name it
};
[[nodiscard]] std::vector<UnknownName> unknown_names(const std::vector<Item>& items);

}  // namespace caicach::plan
