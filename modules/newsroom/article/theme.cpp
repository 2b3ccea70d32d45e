#include "newsroom/article/theme.hpp"

#include <utility>

#include "crypto/public_code.hpp"
#include "newsroom/limits.hpp"
#include "newsroom/permissions.hpp"
#include "newsroom/portal/portal_state.hpp"
#include "newsroom/sql.hpp"

namespace caicach::newsroom
{
namespace
{

constexpr std::string_view object_type = "newsroom.theme";

Theme theme_from(const database::Row& row)
{
    return {.id = row.id<ThemeId>("id"),
            .code = row.string("code"),
            .agency = row.id<organisation::AgencyId>("agency_id"),
            .name = row.string("name"),
            .slogan = row.string("slogan"),
            .begins_on = row.date("begins_on"),
            .ends_on = row.date("ends_on"),
            .version = row.integer("version")};
}

Result<Theme> found_in(std::optional<Theme> found)
{
    if (!found) return failure(Failure::not_found, "newsroom.theme.not_found");
    return std::move(*found);
}

Result<void> check(const Context& context, const Theme& theme)
{
    TRY(context.require(edit_articles, organisation::scope_of(theme.agency)));
    if (theme.name.empty()) return failure(Failure::invalid, "newsroom.theme.name", "name");
    if (theme.ends_on < theme.begins_on)
        return failure(Failure::invalid, "newsroom.theme.days", "ends_on");
    return {};
}

}  // namespace

Result<Theme> theme_by_code(database::Transaction& transaction, std::string_view code)
{
    const auto asked = crypto::parse_public_code(code);
    auto found = TRY(transaction.maybe_one(sql::theme_by_code, theme_from, asked.value_or("")));
    return found_in(std::move(found));
}

Result<Theme> theme_by_id(database::Transaction& transaction, ThemeId id)
{
    auto found = TRY(transaction.maybe_one(sql::theme_by_id, theme_from, id));
    return found_in(std::move(found));
}

Result<std::vector<Theme>> all_themes(database::Transaction& transaction)
{
    return transaction.all(sql::themes, theme_from, limits::themes_shown_max);
}

Result<std::vector<Theme>> open_themes(database::Transaction& transaction, Date day)
{
    return transaction.all(sql::themes_from, theme_from, day, limits::themes_shown_max);
}

Result<Theme> add_theme(Context& context, database::Transaction& transaction, Theme theme)
{
    TRY(check(context, theme));
    theme.id = make_id<ThemeId>();
    theme.code = crypto::make_public_code();
    theme.version = 1;
    TRY(transaction.change_one(sql::insert_theme, theme.id, theme.code, theme.agency, theme.name,
                               theme.slogan, theme.begins_on, theme.ends_on));
    TRY(mark_portal_changed(transaction, context.now()));
    TRY(context.record(transaction, "newsroom.theme.added", object_type, theme.id.value));
    return theme;
}

Result<void> change_theme(Context& context, database::Transaction& transaction, const Theme& theme)
{
    TRY(check(context, theme));
    TRY(transaction.change_one(sql::save_theme, theme.id, theme.version, theme.name, theme.slogan,
                               theme.begins_on, theme.ends_on));
    TRY(mark_portal_changed(transaction, context.now()));
    return context.record(transaction, "newsroom.theme.changed", object_type, theme.id.value);
}

}  // namespace caicach::newsroom
