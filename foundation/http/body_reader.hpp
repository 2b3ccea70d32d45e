#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "crypto/crypto.hpp"
#include "http/multipart.hpp"
#include "http/request.hpp"
#include "http/router.hpp"

namespace caicach::http
{

/// Takes a body in, piece by piece: forms become fields, files go to temporary files while their
/// SHA-256 is computed, anything else stays a string. Memory is bounded by `body_bytes`, whatever
/// is uploaded.
class BodyReader
{
public:
    BodyReader(std::string_view content_type, BodyLimits limits, std::string temporary_directory);
    BodyReader(const BodyReader&) = delete;
    BodyReader& operator=(const BodyReader&) = delete;
    ~BodyReader() = default;

    /// The most bytes that a body of this kind may have on this route, markup of a multipart
    /// included: for refusing by Content-Length, before anything is read.
    [[nodiscard]] std::int64_t bytes_max() const;
    /// Writes to disk as it reads: better on a worker than on the thread of the sockets.
    [[nodiscard]] bool streams_to_disk() const { return m_multipart.has_value(); }

    /// too_large (413), unavailable where the disk is full, invalid where a multipart is malformed.
    [[nodiscard]] Result<void> feed(std::string_view bytes);
    [[nodiscard]] Result<void> finish(RequestParts& parts);

private:
    [[nodiscard]] Result<void> begin_part(PartHead head);
    [[nodiscard]] Result<void> add_to_part(std::string_view bytes);
    [[nodiscard]] Result<void> end_part();
    [[nodiscard]] Result<void> count(std::int64_t& total, std::size_t bytes,
                                     std::int64_t most) const;

    BodyLimits m_limits;
    std::string m_temporary_directory;
    bool m_is_urlencoded{};
    std::optional<MultipartReader> m_multipart;
    std::string m_text;  ///< of a body that is no multipart
    std::int64_t m_text_bytes{};
    std::int64_t m_file_bytes{};
    std::vector<Field> m_fields;
    std::vector<UploadedFile> m_files;
    std::optional<crypto::Sha256> m_hash;  ///< there while a file's part is read
};

}  // namespace caicach::http
