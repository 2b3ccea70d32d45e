#include <utility>

#include "audit/api.hpp"
#include "audit/checkpointing.hpp"
#include "audit/limits.hpp"
#include "audit/sql.hpp"
#include "database/transaction.hpp"

namespace caicach::audit
{

namespace
{

Result<void> check_lengths(const Entry& entry)
{
    const bool is_bounded = entry.action.size() <= limits::word_length_max &&
                            entry.object_type.size() <= limits::word_length_max &&
                            entry.request_id.size() <= limits::word_length_max &&
                            entry.operating_system_user.size() <= limits::name_length_max &&
                            entry.actor_name.size() <= limits::name_length_max &&
                            entry.on_behalf_of_name.size() <= limits::name_length_max &&
                            entry.address.size() <= limits::word_length_max &&
                            entry.session.size() <= limits::word_length_max &&
                            entry.detail.size() <= limits::detail_length_max;
    if (!is_bounded) return failure(Failure::invalid, "audit.too_long");
    return {};
}

/// Its place at the end of the chain, held until the transaction ends.
Result<void> link(database::Transaction& transaction, Entry& entry)
{
    const auto read = [&](const database::Row& row) {
        entry.seq = row.integer("seq");
        entry.previous_hash = row.string("hash");
        return true;
    };
    const auto head = TRY(transaction.maybe_one(sql::take_next_seq, read));
    if (!head) return internal_failure("audit_head has lost its row");
    entry.hash = hash_of(entry);
    return {};
}

Result<void> insert(database::Transaction& transaction, const Entry& entry)
{
    return transaction.change_one(
        sql::insert_entry, entry.seq, entry.at, entry.actor_account, entry.actor_name,
        entry.acting_agency, entry.operating_system_user, entry.request_id, entry.action,
        entry.object_type, entry.object_id, entry.detail, entry.previous_hash, entry.hash,
        entry.on_behalf_of, entry.on_behalf_of_name, entry.address, entry.session);
}

/// What people do to their own account (signing out, a new password) they do for themselves, in
/// whose place they may be working meanwhile.
bool is_about_oneself(const Actor& actor, const AuditLine& line)
{
    return line.object_type == "account" && line.object_id == actor.account.value;
}

}  // namespace

Result<void> AuditRecorder::record(database::Transaction& transaction, const Actor& actor,
                                   Instant at, const AuditLine& line)
{
    Entry entry{.at = at,
                .actor_account = actor.account,
                .actor_name = actor.name,
                .acting_agency = actor.agency,
                .operating_system_user = actor.operating_system_user,
                .request_id = std::string(line.request_id),
                .action = std::string(line.action),
                .object_type = std::string(line.object_type),
                .object_id = line.object_id,
                .detail = std::string(line.detail),
                .address = std::string(line.address),
                .session = std::string(line.session)};
    if (!is_about_oneself(actor, line)) {
        entry.on_behalf_of = actor.on_behalf_of;
        entry.on_behalf_of_name = actor.on_behalf_of_name;
    }
    TRY(check_lengths(entry));
    TRY(link(transaction, entry));
    TRY(insert(transaction, entry));
    TRY(transaction.change_one(sql::set_head_hash, entry.hash));
    return ask_for_checkpoint(transaction, at, entry.seq);
}

}  // namespace caicach::audit
