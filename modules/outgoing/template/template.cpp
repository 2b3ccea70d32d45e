#include "outgoing/template/template.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "crypto/public_code.hpp"
#include "outgoing/limits.hpp"
#include "outgoing/sql.hpp"

namespace caicach::outgoing
{
namespace
{

struct StateWords {
    TemplateState state{};
    std::string_view key{};
    std::string_view text{};
};
constexpr std::array words{StateWords{TemplateState::checked, "checked", "Đã kiểm, chưa dùng"},
                           StateWords{TemplateState::in_use, "in_use", "Đang dùng"},
                           StateWords{TemplateState::ended, "ended", "Thôi dùng"}};

Template template_from(const database::Row& row)
{
    const auto state = std::ranges::find(words, row.text("state"), &StateWords::key);
    VERIFY(state != words.end());
    return {.id = row.id<TemplateId>("id"),
            .code = row.string("code"),
            .agency = row.id<organisation::AgencyId>("agency_id"),
            .kind = row.string("kind"),
            .purpose = row.string("purpose"),
            .number = static_cast<int>(row.integer("number")),
            .name = row.string("name"),
            .file = row.id<attachment::AttachmentId>("attachment_id"),
            .state = state->state,
            .made_at = row.instant("made_at"),
            .version = row.integer("version")};
}

}  // namespace

std::string_view text_of(TemplateState state)
{
    return words.at(static_cast<std::size_t>(state)).text;
}

Result<Template> TemplateStore::find(std::string_view code)
{
    const auto asked = crypto::parse_public_code(code);
    auto found =
        TRY(m_transaction.maybe_one(sql::template_by_code, template_from, asked.value_or("")));
    if (!found) return failure(Failure::not_found, "outgoing.template.not_found");
    return std::move(*found);
}

Result<std::optional<Template>> TemplateStore::in_use(organisation::AgencyId agency,
                                                      std::string_view kind,
                                                      std::string_view purpose)
{
    return m_transaction.maybe_one(sql::template_in_use, template_from, agency, kind, purpose);
}

Result<std::vector<Template>> TemplateStore::of_agency(organisation::AgencyId agency)
{
    return m_transaction.all(sql::templates_of_agency, template_from, agency,
                             limits::templates_max);
}

Result<void> TemplateStore::insert(const Template& added)
{
    return m_transaction.change_one(sql::insert_template, added.id, added.code, added.agency,
                                    added.kind, added.name, added.file, added.made_at,
                                    added.purpose);
}

Result<void> TemplateStore::move(const Template& moved)
{
    return m_transaction.change_one(sql::move_template, moved.id, moved.version,
                                    words.at(static_cast<std::size_t>(moved.state)).key);
}

}  // namespace caicach::outgoing
