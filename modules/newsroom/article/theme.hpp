#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "manifest/context.hpp"
#include "newsroom/article/theme_id.hpp"
#include "organisation/api.hpp"

/// What a board speaks of for some weeks ("Tháng cao điểm"). When it ends, its slogan is gone and
/// its articles leave the front page and the sections; they stay at their addresses and are found.
namespace caicach::newsroom
{

struct Theme {
    ThemeId id{};
    std::string code{};               ///< public
    organisation::AgencyId agency{};  ///< whose board made it
    std::string name{};
    std::string slogan{};  ///< stands on the front page; may be empty
    Date begins_on{};
    Date ends_on{};  ///< the last day
    std::int64_t version{};

    [[nodiscard]] bool holds_on(Date day) const { return begins_on <= day && day <= ends_on; }
};

/// not_found "newsroom.theme.not_found".
[[nodiscard]] Result<Theme> theme_by_code(database::Transaction& transaction,
                                          std::string_view code);
[[nodiscard]] Result<Theme> theme_by_id(database::Transaction& transaction, ThemeId id);
/// The latest first.
[[nodiscard]] Result<std::vector<Theme>> all_themes(database::Transaction& transaction);
/// That an article may be given: they have not ended.
[[nodiscard]] Result<std::vector<Theme>> open_themes(database::Transaction& transaction, Date day);

/// Of an agency at whose board the actor edits. invalid "newsroom.theme.name" of the field "name",
/// "newsroom.theme.days" of the field "ends_on".
[[nodiscard]] Result<Theme> add_theme(Context& context, database::Transaction& transaction,
                                      Theme theme);
/// Other words, other days; conflict "base.changed_meanwhile".
[[nodiscard]] Result<void> change_theme(Context& context, database::Transaction& transaction,
                                        const Theme& theme);

}  // namespace caicach::newsroom
