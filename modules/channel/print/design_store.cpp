#include "channel/print/design_store.hpp"

#include <utility>

#include "channel/sql.hpp"
#include "crypto/public_code.hpp"

namespace caicach::channel
{
namespace
{

DesignText text_from(const database::Row& row)
{
    return {.shape = row.string("template"),
            .palette = row.string("palette"),
            .wording = {.kicker = row.string("kicker"),
                        .title = row.string("title"),
                        .lead = row.string("lead"),
                        .kind = body_kind_from(row.text("body_kind")),
                        .body = row.string("body"),
                        .address = row.string("address"),
                        .caption = row.string("caption"),
                        .contact = row.string("contact")},
            .valid_until = row.maybe_date("valid_until")};
}

Design design_from(const database::Row& row)
{
    Design design{.id = row.id<DesignId>("id"),
                  .code = row.string("code"),
                  .agency = row.id<organisation::AgencyId>("agency_id"),
                  .author = row.id<AccountId>("author_id"),
                  .last_writer = row.id<AccountId>("last_writer_id"),
                  .text = text_from(row),
                  .slug = row.string("slug"),
                  .reason = row.string("reason"),
                  .published_at = row.maybe_instant("published_at"),
                  .made_at = row.instant("made_at"),
                  .version = row.integer("version")};
    const auto state = design_state_from(row.text("state"));
    VERIFY(state);  // the table's CHECK admits these only
    design.state = *state;
    return design;
}

Result<Design> design_in(std::optional<Design> found)
{
    if (!found) return failure(Failure::not_found, "channel.print.not_found");
    return std::move(*found);
}

}  // namespace

Result<Design> DesignStore::find(std::string_view code)
{
    const auto asked = crypto::parse_public_code(code);
    auto found =
        TRY(m_transaction.maybe_one(sql::print_design_by_code, design_from, asked.value_or("")));
    return design_in(std::move(found));
}

Result<Design> DesignStore::find(DesignId id)
{
    auto found = TRY(m_transaction.maybe_one(sql::print_design_by_id, design_from, id));
    return design_in(std::move(found));
}

Result<Design> DesignStore::find_public(std::string_view slug)
{
    auto found = TRY(m_transaction.maybe_one(sql::print_design_by_slug, design_from, slug));
    return design_in(std::move(found));
}

Result<bool> DesignStore::has_slug(std::string_view slug)
{
    const auto found = TRY(m_transaction.maybe_one(sql::print_design_by_slug, design_from, slug));
    return found.has_value();
}

Result<std::vector<Design>> DesignStore::of_agency(organisation::AgencyId agency, DesignId before,
                                                   int count)
{
    return m_transaction.all(sql::print_designs_of_agency, design_from, agency, before, count);
}

Result<std::vector<Design>> DesignStore::in_state(DesignState state, DesignId before, int count)
{
    return m_transaction.all(sql::print_designs_in_state, design_from, key_of(state), before,
                             count);
}

Result<void> DesignStore::insert(Design& design)
{
    design.id = make_id<DesignId>();
    design.code = crypto::make_public_code();
    design.version = 1;
    const auto& text = design.text;
    const auto& words = text.wording;
    return m_transaction.change_one(sql::insert_print_design, design.id, design.code, design.agency,
                                    design.author, design.last_writer, key_of(design.state),
                                    text.shape, text.palette, words.kicker, words.title, words.lead,
                                    key_of(words.kind), words.body, words.address, words.caption,
                                    words.contact, text.valid_until, design.slug, design.reason,
                                    design.published_at, design.made_at, design.version);
}

Result<void> DesignStore::save(const Design& design)
{
    const auto& text = design.text;
    const auto& words = text.wording;
    return m_transaction.change_one(
        sql::save_print_design, design.id, design.version, design.last_writer, key_of(design.state),
        text.shape, text.palette, words.kicker, words.title, words.lead, key_of(words.kind),
        words.body, words.address, words.caption, words.contact, text.valid_until, design.slug,
        design.reason, design.published_at);
}

Result<void> DesignStore::remove(const Design& design)
{
    return m_transaction.change_one(sql::delete_print_design, design.id, design.version);
}

}  // namespace caicach::channel
