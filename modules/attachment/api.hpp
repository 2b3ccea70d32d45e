#pragma once
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "attachment/file_kind.hpp"
#include "base/id.hpp"
#include "base/result.hpp"
#include "base/time.hpp"

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

/// Files that people bring, kept byte for byte under their SHA-256: DATA/files/ab/cdef….
namespace caicach::attachment
{

struct AttachmentTag;
using AttachmentId = Id<AttachmentTag>;

/// One file as somebody brought it. Two attachments of the same bytes share one file on disk.
struct Attachment {
    AttachmentId id{};
    std::string code{};    ///< public: /tep/{code}
    std::string sha256{};  ///< 64 hexadecimal digits
    std::string name{};    ///< as the person named it: "Kế hoạch 2026.docx"
    FileKind kind{};       ///< by content, whatever the name says
    std::int64_t bytes{};
    Instant added_at{};
    std::string added_by{};
};

/// What a page takes in.
struct AttachmentUse {
    std::int64_t bytes_max{};
    std::vector<FileKind> kinds{};
};

/// A file on this machine that is to be kept, with the name to show for it.
struct NewFile {
    std::string path{};
    std::string name{};
};
[[nodiscard]] NewFile file_of(const http::UploadedFile& upload);

/// Bytes that lie in the store, safe on disk, and no row yet. If the program ends here, the file is
/// an orphan that `caicach check` names; never is there a row without its file.
struct KeptFile {
    std::string sha256{};
    std::string name{};
    FileKind kind{};
    std::int64_t bytes{};
};

/// Copies the file into the store. It waits for the disk: call it before the transaction is opened.
/// invalid "attachment.empty"; too_large "attachment.too_large"; unsupported
/// "attachment.kind_refused", "attachment.kind_unknown".
[[nodiscard]] Result<KeptFile> keep(Context& context, const NewFile& file,
                                    const AttachmentUse& use);

/// Makes a kept file an attachment, with its audit line.
[[nodiscard]] Result<Attachment> add(Context& context, database::Transaction& transaction,
                                     const KeptFile& kept);

/// keep and add in one, for commands and jobs that have the machine to themselves.
[[nodiscard]] Result<Attachment> store(Context& context, database::Transaction& transaction,
                                       const NewFile& file, const AttachmentUse& use);

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

/// Somebody asks for a file at its address. The module whose object it belongs to answers: this one
/// knows no plans. Nobody's file is nobody's to read.
struct FileAsked {
    AttachmentId file{};
    bool& may_be_read;  ///< set by the handler of who owns it
};

[[nodiscard]] std::string download_path(const Attachment& attachment);  ///< "/tep/…"

}  // namespace caicach::attachment
