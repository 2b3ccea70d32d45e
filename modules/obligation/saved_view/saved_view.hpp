#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "manifest/context.hpp"
#include "obligation/saved_view/view_page.hpp"
#include "organisation/api.hpp"

/// Filters of a page that a person keeps under a name, opens again, and may let the page begin
/// with.
namespace caicach::obligation
{

/// To show a saved view of one's own to all of one's agency.
inline constexpr Permission share_views{
    "obligation.share_view", "Cho cả cơ quan dùng bộ lọc", {"agency_head", "coordinator"}};

struct SavedViewTag;
using SavedViewId = Id<SavedViewTag>;

struct SavedView {
    SavedViewId id{};
    std::string code{};
    AccountId account{};
    organisation::AgencyId agency{};  ///< that its person acted for
    ViewPage page{};
    std::string place{};  ///< code of the only plan it means something in; empty: any
    std::string name{};
    std::string query{};  ///< as the page reads it
    bool is_default{};
    bool is_shared{};  ///< with all of the agency
    std::int64_t version{};
};

struct NewView {
    ViewPage page{};
    std::string plan{};  ///< code of the plan looked at; empty where the page is of none
    std::string name{};
    std::string query{};
    bool is_default{};
    bool is_shared{};
};

/// Of the person who acts. forbidden for who may not share and wants to; invalid
/// "obligation.view.nothing" where the page reads nothing in the query; conflict
/// "obligation.view.name_taken" (of this page), "obligation.view.too_many".
[[nodiscard]] Result<void> keep_view(Context& context, database::Transaction& transaction,
                                     const NewView& wanted);

/// One's own, by page and name.
[[nodiscard]] Result<std::vector<SavedView>> own_views(const Context& context,
                                                       database::Transaction& transaction);
/// One's own and those shared with the agency one acts for; of a page and plan.
[[nodiscard]] Result<std::vector<SavedView>> views_for(const Context& context,
                                                       database::Transaction& transaction,
                                                       ViewPage page, std::string_view plan);
/// With what the page begins; empty: with all.
[[nodiscard]] Result<std::string> default_query(const Context& context,
                                                database::Transaction& transaction, ViewPage page,
                                                std::string_view plan);

/// One's own. not_found "obligation.view.not_found".
[[nodiscard]] Result<SavedView> own_view(const Context& context, database::Transaction& transaction,
                                         std::string_view code);
/// conflict "obligation.view.name_taken", and where it was changed meanwhile.
[[nodiscard]] Result<void> rename_view(Context& context, database::Transaction& transaction,
                                       const SavedView& view, std::string_view name);
enum class Beginning { with_view, with_all };
/// Whether its page begins with it from now on; another one does no longer.
[[nodiscard]] Result<void> set_beginning(Context& context, database::Transaction& transaction,
                                         const SavedView& view, Beginning beginning);
[[nodiscard]] Result<void> remove_view(Context& context, database::Transaction& transaction,
                                       const SavedView& view);

}  // namespace caicach::obligation
