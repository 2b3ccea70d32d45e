#include "channel/broadcast/script_store.hpp"

#include <utility>

#include "channel/sql.hpp"
#include "crypto/public_code.hpp"

namespace caicach::channel
{
namespace
{

Script script_from(const database::Row& row)
{
    Script script{.id = row.id<ScriptId>("id"),
                  .code = row.string("code"),
                  .agency = row.id<organisation::AgencyId>("agency_id"),
                  .author = row.id<AccountId>("author_id"),
                  .last_writer = row.id<AccountId>("last_writer_id"),
                  .title = row.string("title"),
                  .syllables_a_minute = row.integer("syllables_a_minute"),
                  .reason = row.string("reason"),
                  .approved_at = row.maybe_instant("approved_at"),
                  .made_at = row.instant("made_at"),
                  .version = row.integer("version")};
    const auto state = script_state_from(row.text("state"));
    VERIFY(state);  // the table's CHECK admits these only
    script.state = *state;
    return script;
}

Result<Script> script_in(std::optional<Script> found)
{
    if (!found) return failure(Failure::not_found, "channel.script.not_found");
    return std::move(*found);
}

}  // namespace

Result<Script> ScriptStore::find(std::string_view code)
{
    const auto asked = crypto::parse_public_code(code);
    auto found = TRY(m_transaction.maybe_one(sql::script_by_code, script_from, asked.value_or("")));
    return script_in(std::move(found));
}

Result<Script> ScriptStore::find(ScriptId id)
{
    auto found = TRY(m_transaction.maybe_one(sql::script_by_id, script_from, id));
    return script_in(std::move(found));
}

Result<std::vector<ScriptPart>> ScriptStore::parts(ScriptId id)
{
    return m_transaction.all(
        sql::parts_of_script,
        [](const database::Row& row) {
            return ScriptPart{.article = row.id<newsroom::ArticleId>("article_id"),
                              .heading = row.string("heading"),
                              .text = row.string("text")};
        },
        id);
}

Result<std::vector<Script>> ScriptStore::of_agency(organisation::AgencyId agency, ScriptId before,
                                                   int count)
{
    return m_transaction.all(sql::scripts_of_agency, script_from, agency, before, count);
}

Result<std::vector<Script>> ScriptStore::in_state(ScriptState state, ScriptId before, int count)
{
    return m_transaction.all(sql::scripts_in_state, script_from, key_of(state), before, count);
}

Result<std::optional<std::int64_t>> ScriptStore::last_speed(organisation::AgencyId agency)
{
    return m_transaction.maybe_one(
        sql::last_script_speed,
        [](const database::Row& row) { return row.integer("syllables_a_minute"); }, agency);
}

Result<void> ScriptStore::insert(Script& script)
{
    script.id = make_id<ScriptId>();
    script.code = crypto::make_public_code();
    script.version = 1;
    return m_transaction.change_one(sql::insert_script, script.id, script.code, script.agency,
                                    script.author, script.title, script.syllables_a_minute,
                                    script.made_at);
}

Result<void> ScriptStore::save(const Script& script)
{
    return m_transaction.change_one(sql::save_script, script.id, script.version, script.last_writer,
                                    key_of(script.state), script.title, script.syllables_a_minute,
                                    script.reason, script.approved_at);
}

Result<void> ScriptStore::save_parts(ScriptId id, const std::vector<ScriptPart>& parts)
{
    TRY(m_transaction.change(sql::delete_script_parts, id));
    std::int64_t position = 0;
    for (const auto& one : parts)
        TRY(m_transaction.change_one(sql::insert_script_part, id, ++position, one.article,
                                     one.heading, one.text));
    return {};
}

Result<void> ScriptStore::remove(const Script& script)
{
    TRY(m_transaction.change(sql::delete_script_parts, script.id));
    return m_transaction.change_one(sql::delete_script, script.id, script.version);
}

}  // namespace caicach::channel
