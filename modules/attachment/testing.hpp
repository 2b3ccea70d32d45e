#pragma once
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include "attachment/api.hpp"
#include "crypto/crypto.hpp"
#include "database/transaction.hpp"
#include "manifest/context.hpp"

/// For tests of this module and of those below it. Each ends the test where it fails.
namespace caicach::attachment::testing
{

/// A folder that is gone when the test ends; for Services::data_folder.
class DataFolder
{
public:
    DataFolder()
        : m_path(std::filesystem::temp_directory_path() /
                 ("caicach-test-" + crypto::random_token(12)))
    {
        std::filesystem::create_directories(m_path);
    }
    DataFolder(const DataFolder&) = delete;
    DataFolder& operator=(const DataFolder&) = delete;
    ~DataFolder()
    {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }

    [[nodiscard]] std::string path() const { return m_path.string(); }
    /// A file with these bytes, outside of the store.
    [[nodiscard]] std::string write(std::string_view name, std::string_view bytes) const
    {
        const auto path = m_path / name;
        std::ofstream(path, std::ios::binary) << bytes;
        return path.string();
    }

private:
    std::filesystem::path m_path;
};

inline const AttachmentUse documents{.key = "test.document",
                                     .kinds = {FileKind::pdf, FileKind::docx, FileKind::text},
                                     .bytes_max = 1024 * 1024,
                                     .count_max = 2};

/// Bytes that are a PDF as far as anybody looks at its beginning.
inline std::string pdf_bytes(std::string_view content = "")
{
    return "%PDF-1.7\n" + std::string(content) + "\n%%EOF\n";
}

/// Kept and added to an object of its own, committed.
inline Attachment attachment(Context& context, const DataFolder& folder, std::string_view bytes,
                             const std::string& name = "kế hoạch.pdf",
                             const AttachmentUse& use = documents)
{
    const auto path = folder.write("nguon", bytes);
    const auto kept = MUST(keep(context, {.path = path, .name = name}, use));
    auto transaction = MUST(context.begin());
    const auto object = make_id<AttachmentId>().value;
    auto added = MUST(add(context, transaction, kept, object));
    MUST(transaction.commit());
    return added;
}

}  // namespace caicach::attachment::testing
