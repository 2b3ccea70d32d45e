#pragma once
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "attachment/file_kind.hpp"
#include "attachment/limits.hpp"
#include "base/id.hpp"
#include "base/result.hpp"
#include "base/time.hpp"
#include "calendar/date.hpp"

namespace caicach
{
class Context;
namespace database
{
class Transaction;
}
namespace http
{
struct UploadedFile;
}
}  // namespace caicach

/// Files that people bring, kept under their SHA-256: DATA/files/ab/cdef…. Documents stay byte for
/// byte, because they prove something; pictures are redrawn, because they tell of the place and the
/// hand that took them.
namespace caicach::attachment
{

struct AttachmentTag;
using AttachmentId = Id<AttachmentTag>;

/// What the virus scanner said of a content. The enumerator is the key stored.
enum class Scan {
    none,      ///< no scanner was named
    clean,     ///< nothing found
    waiting,   ///< the scanner was away, and the policy takes files in all the same
    infected,  ///< found later; no longer handed out
};

/// One file as somebody brought it. Two attachments of the same bytes share one file on disk.
struct Attachment {
    AttachmentId id{};
    std::string code{};    ///< public: /tep/{code}
    std::string sha256{};  ///< of what is kept, 64 hexadecimal digits
    /// Of what the person sent: the same, but for pictures.
    std::string original_sha256{};
    std::string name{};  ///< as the person named it, with an ending of its kind: "Kế hoạch.docx"
    FileKind kind{};     ///< by content, whatever the name says
    std::int64_t bytes{};
    Scan scan{};
    Instant added_at{};
    std::string added_by{};
};

/// One purpose that files are taken in for, declared by the module that takes them.
struct AttachmentUse {
    std::string_view key{};                          ///< "plan.document"
    std::vector<FileKind> kinds{};                   ///< archives (zip) only where they are named
    std::int64_t bytes_max{};                        ///< of one file
    int count_max{1};                                ///< files for one object
    int picture_side_max{limits::picture_side_max};  ///< points; longer pictures are made smaller
};

/// A file on this machine that is to be kept, with the name to show for it.
struct NewFile {
    std::string path{};
    std::string name{};
};
[[nodiscard]] NewFile file_of(const http::UploadedFile& upload);

/// Bytes that lie in the store, safe on disk, and no row yet. If the program ends here, the file is
/// an orphan, removed after some weeks; never is there a row without its file.
struct KeptFile {
    std::string_view use{};
    int count_max{};
    std::string sha256{};
    std::string original_sha256{};
    std::string name{};
    FileKind kind{};
    std::int64_t bytes{};
    Scan scan{};
};

/// Copies the file into the store, after looking at its content, asking the virus scanner and
/// redrawing a picture. It waits for all of these: call it before the transaction is opened.
/// invalid "attachment.empty", "attachment.infected", "document.picture.damaged"; too_large
/// "attachment.too_large", "document.limit.…"; unsupported "attachment.kind_refused",
/// "attachment.kind_unknown"; unavailable "attachment.scanner_away".
[[nodiscard]] Result<KeptFile> keep(Context& context, const NewFile& file,
                                    const AttachmentUse& use);

/// Makes a kept file an attachment of the object (an id of the use's module), with its audit line.
/// too_large "attachment.too_many" where the object has as many as the use allows.
[[nodiscard]] Result<Attachment> add(Context& context, database::Transaction& transaction,
                                     const KeptFile& kept, std::int64_t object);

/// Takes back a file that proves nothing yet (of a draft), with an audit line. Its bytes become an
/// orphan where no other attachment shares them. The module removes its own row of it itself. The
/// object must be the file's alone: places of an object are counted, not looked for.
[[nodiscard]] Result<void> remove(Context& context, database::Transaction& transaction,
                                  AttachmentId id);

/// not_found "attachment.not_found".
[[nodiscard]] Result<Attachment> find(database::Transaction& transaction, AttachmentId id);
[[nodiscard]] Result<Attachment> find_by_code(database::Transaction& transaction,
                                              std::string_view code);

/// A content that the database names, and where it lies below the data folder: "files/ab/cdef…".
struct StoredContent {
    std::string sha256{};
    std::string path{};
    std::int64_t bytes{};
};
/// Each of them, by its hash: what a copy of the database needs beside it. internal where a row
/// names what is no hash.
[[nodiscard]] Result<void> each_content(
    database::Transaction& transaction,
    const std::function<Result<void>(const StoredContent&)>& visit);

/// Where the bytes lie. not_found "attachment.file_missing" when they do not.
[[nodiscard]] Result<std::string> open_path(const Context& context, std::string_view sha256);

/// What the walk through the store found wrong and nobody mended yet: for /healthz and /metrics.
struct FaultCounts {
    std::int64_t missing{};
    std::int64_t changed{};
    std::int64_t infected{};
};
[[nodiscard]] Result<FaultCounts> fault_counts(database::Transaction& transaction);

/// Sees to it that the walk goes on; at each start of the program.
[[nodiscard]] Result<void> begin_walk(Context& context);

/// Somebody asks for a file at its address. The module whose object it belongs to answers: this one
/// knows no plans. Nobody's file is nobody's to read.
struct FileAsked {
    AttachmentId file{};
    bool& may_be_read;  ///< set by the handler of who owns it
};

[[nodiscard]] std::string download_path(const Attachment& attachment);  ///< "/tep/…"

/// "Báo cáo số 12 (Mật)": a title that names a mark in brackets. The word alone says nothing: much
/// is written about the protection of secrets.
[[nodiscard]] bool names_secret(std::string_view title, Date today);

}  // namespace caicach::attachment
