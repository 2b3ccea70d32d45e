#pragma once
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "base/result.hpp"
#include "base/time.hpp"
#include "manifest/context.hpp"

/// Who did what, when, to which thing: rows that are only ever added, each sealed by the hash of
/// the one before. Modules write through Context::record; this door is for app/ and for reading.
namespace caicach::audit
{

/// One line as stored. README.md gives the bytes that `hash` is made of.
struct Entry {
    std::int64_t seq{};  ///< 1, 2, 3 … without a gap
    Instant at{};
    AccountId actor_account{};  ///< 0 for system accounts and for nobody
    std::string actor_name{};
    ScopeId acting_agency{};
    AccountId on_behalf_of{};             ///< whose delegated roles the actor used; 0: their own
    std::string on_behalf_of_name{};      ///< of that person
    std::string operating_system_user{};  ///< of system accounts
    std::string request_id{};
    std::string action{};  ///< "plan.item.changed"
    std::string object_type{};
    std::int64_t object_id{};
    std::string detail{};         ///< JSON text, or empty
    std::string address{};        ///< asked from; empty for jobs, commands and older rows
    std::string session{};        ///< its handle, as identity names it to its owner; opens nothing
    std::string previous_hash{};  ///< 64 hexadecimal digits; zeros for the first
    std::string hash{};
};

/// The bytes that, after the previous hash, make an entry's hash: its fields as netstrings.
[[nodiscard]] std::string canonical_bytes(const Entry& entry);
/// SHA-256(previous hash as 64 digits, then canonical_bytes), as 64 digits.
[[nodiscard]] std::string hash_of(const Entry& entry);

/// Writes the lines: into the caller's transaction, so that a change and its line live or die
/// together. The head row serialises writers, so the chain has neither gap nor fork.
class AuditRecorder final : public Recorder
{
public:
    /// invalid "audit.too_long" when a text is beyond limits.hpp.
    [[nodiscard]] Result<void> record(database::Transaction& transaction, const Actor& actor,
                                      Instant at, const AuditLine& line) override;
};

/// Writes who looked at whose data, in a transaction of its own and before the answer leaves: no
/// look is without its line. Looking again soon writes nothing (limits::reading_again_seconds), nor
/// does looking at oneself. Any thread.
class Readings
{
public:
    /// Of all that the context noted; `action` as the route names it.
    [[nodiscard]] Result<void> record(Context& context, std::string_view action);

private:
    /// Who, doing what, with what.
    using Look = std::tuple<std::int64_t, std::string, std::string, std::int64_t>;

    [[nodiscard]] std::vector<Look> new_looks(const Context& context, std::string_view action);
    void remember(const std::vector<Look>& looks, Instant now);

    std::mutex m_mutex{};
    std::map<Look, Instant> m_recorded{};
};

/// Somebody looked at a person's data.
struct LookLine {
    std::string time{};    ///< "15/03/2026 09:00:05", in Vietnam
    std::string reader{};  ///< name
    std::string agency{};  ///< that the reader acted for
    std::string what{};    ///< "xem tài khoản"
};
/// Newest first, at most limits::looks_max.
[[nodiscard]] Result<std::vector<LookLine>> looks_at(const Services& services,
                                                     database::Transaction& transaction,
                                                     std::string_view object_type,
                                                     std::int64_t object_id);

/// What the chain was at one row, signed with Ed25519. Whoever kept it elsewhere can tell later
/// whether the rows up to there are still the same. README.md gives the bytes that are signed.
struct Checkpoint {
    std::int64_t seq{};
    std::string hash{};        ///< of that row
    std::string at{};          ///< when it was signed, as to_iso writes it
    std::string public_key{};  ///< 64 hexadecimal digits; also the name of the key
    std::string signature{};   ///< 128 hexadecimal digits
};

/// The public half of the key that signs, as 64 hexadecimal digits; made where there is none.
/// unavailable "crypto.key_file_unusable".
[[nodiscard]] Result<std::string> public_key(const std::string& data_folder);

/// Signs the end of the chain, unless it is signed, and copies what the folder of checkpoints does
/// not have yet. At a clean end of the program; while it runs, jobs do the same.
[[nodiscard]] Result<void> sign_and_copy(Context& context);

/// What is wrong with the first bad row.
enum class Fault {
    missing,       ///< the row is not there
    changed,       ///< its content does not give its hash
    unlinked,      ///< it does not carry the hash of the row before
    beyond,        ///< it stands behind the end that the head names
    headless,      ///< the head is gone, or names another hash than the last row has
    truncated,     ///< it is not there, though a checkpoint tells of it or of later ones
    rewritten,     ///< a checkpoint tells of another row in its place
    badly_signed,  ///< a checkpoint of it has no good signature
    unreadable,    ///< the database file is damaged from there on
};

struct BadRow {
    std::int64_t seq{};
    Fault fault{};
    std::optional<Checkpoint> against{};  ///< the checkpoint that tells
};
/// "dòng 7 bị thiếu", for people.
[[nodiscard]] std::string in_words(const BadRow& bad);
[[nodiscard]] std::string_view key_of(Fault fault);  ///< "missing", for machines

struct Verification {
    std::int64_t rows{};         ///< read and found right
    std::int64_t checkpoints{};  ///< that agree
    std::optional<BadRow> first_bad{};
};

/// Reads the chain from row `from` to row `to` (0: to its end, which must be the one that the head
/// names) and stops at the first row that is wrong. Constant memory.
[[nodiscard]] Result<Verification> verify(database::Transaction& transaction, std::int64_t from = 1,
                                          std::int64_t to = 0);

/// What the chain is held against, besides itself and the checkpoints beside it.
struct Evidence {
    std::string checkpoint_file{};  ///< kept elsewhere; empty: none
    std::string public_key{};       ///< the only one to be trusted; empty: any
};
/// The whole chain. not_found "audit.checkpoint_file.missing", invalid "….malformed".
[[nodiscard]] Result<Verification> verify_against(database::Transaction& transaction,
                                                  const Evidence& evidence);
/// The file in the folder of checkpoints, empty where no folder is set or it has none yet.
[[nodiscard]] std::string checkpoint_file_of(const std::string& folder);

enum class ExportFormat { json_lines, csv };

/// The whole chain for a second program to verify, handed to `write` line by line. The CSV has a
/// heading and its cells byte for byte: for programs, where the pages' CSV is for spreadsheets.
[[nodiscard]] Result<void> export_chain(database::Transaction& transaction,
                                        const std::function<void(std::string_view)>& write,
                                        ExportFormat format = ExportFormat::json_lines);

/// Lines about one thing, newest first; the next page begins before the last seq of this one.
struct Page {
    std::int64_t before{};  ///< 0: from the newest
    int size{50};           ///< at most 200
};
[[nodiscard]] Result<std::vector<Entry>> entries_of(database::Transaction& transaction,
                                                    std::string_view object_type,
                                                    std::int64_t object_id, const Page& page = {});

}  // namespace caicach::audit
