#include "http/body_reader.hpp"

#include <utility>

#include "http/ascii.hpp"
#include "http/limits.hpp"
#include "http/target.hpp"
#include "text/text.hpp"

namespace caicach::http
{

namespace
{

constexpr std::string_view urlencoded = "application/x-www-form-urlencoded";

std::string megabytes(std::int64_t bytes)
{
    constexpr std::int64_t megabyte = 1024 * 1024;
    return std::to_string((bytes + megabyte - 1) / megabyte);
}

}  // namespace

BodyReader::BodyReader(std::string_view content_type, BodyLimits body_limits,
                       std::string temporary_directory)
    : m_limits(body_limits), m_temporary_directory(std::move(temporary_directory))
{
    const auto kind = text::trim(content_type.substr(0, content_type.find(';')));
    m_is_urlencoded = equals_ignoring_case(kind, urlencoded);
    if (const auto boundary = multipart_boundary(content_type))
        m_multipart.emplace(
            *boundary,
            PartEvents{.begin = [this](PartHead head) { return begin_part(std::move(head)); },
                       .data = [this](std::string_view bytes) { return add_to_part(bytes); },
                       .end = [this] { return end_part(); }});
}

std::int64_t BodyReader::bytes_max() const
{
    // The heads and boundaries between the parts of a multipart.
    constexpr std::int64_t markup_bytes = 64 * 1024;
    return m_limits.body_bytes + (m_multipart ? m_limits.upload_bytes + markup_bytes : 0);
}

Result<void> BodyReader::feed(std::string_view bytes)
{
    if (m_multipart) return m_multipart->feed(bytes);
    TRY(count(m_text_bytes, bytes.size(), m_limits.body_bytes));
    m_text.append(bytes);
    return {};
}

Result<void> BodyReader::finish(RequestParts& parts)
{
    if (m_multipart) {
        TRY(m_multipart->finish());
        parts.form = std::move(m_fields);
        parts.files = std::move(m_files);
    } else if (m_is_urlencoded) {
        parts.form = TRY(parse_urlencoded(m_text));
    } else {
        parts.body = std::move(m_text);
    }
    return {};
}

Result<void> BodyReader::begin_part(PartHead head)
{
    // The head counts too, else a thousand empty fields would be free.
    TRY(count(m_text_bytes, head.name.size(), m_limits.body_bytes));
    if (!head.file_name) {
        m_fields.push_back({std::move(head.name), {}});
        return {};
    }
    if (m_files.size() == limits::file_count_max)
        return failure(Failure::too_large, "http.upload.too_many", head.name,
                       {std::to_string(limits::file_count_max)});
    m_files.push_back({.field = std::move(head.name),
                       .client_name = std::move(*head.file_name),
                       .type = std::move(head.type)});
    m_hash.emplace();
    return {};
}

Result<void> BodyReader::add_to_part(std::string_view bytes)
{
    if (!m_hash) {
        TRY(count(m_text_bytes, bytes.size(), m_limits.body_bytes));
        m_fields.back().value.append(bytes);
        return {};
    }
    TRY(count(m_file_bytes, bytes.size(), m_limits.upload_bytes));
    auto& file = m_files.back();
    if (file.content.path().empty())
        file.content = TRY(TemporaryFile::create(m_temporary_directory));
    m_hash->add(bytes);
    file.size += static_cast<std::int64_t>(bytes.size());
    return file.content.append(bytes);
}

Result<void> BodyReader::end_part()
{
    if (!m_hash) {
        const auto& field = m_fields.back();
        if (!is_field_text(field.name) || !is_field_text(field.value))
            return failure(Failure::invalid, "http.form.malformed");
        return {};
    }
    auto hash = std::move(*m_hash);
    m_hash.reset();
    auto& file = m_files.back();
    // A control without a chosen file sends an empty part without a name.
    if (file.client_name.empty() && file.size == 0) {
        m_files.pop_back();
        return {};
    }
    if (file.content.path().empty())
        file.content = TRY(TemporaryFile::create(m_temporary_directory));
    file.content.close();
    file.sha256 = crypto::hex(hash.finish());
    return {};
}

Result<void> BodyReader::count(std::int64_t& total, std::size_t bytes, std::int64_t most) const
{
    total += static_cast<std::int64_t>(bytes);
    if (total <= most) return {};
    if (&total == &m_file_bytes && most == 0)
        return failure(Failure::too_large, "http.upload.not_expected");
    if (&total == &m_file_bytes)
        return failure(Failure::too_large, "http.upload.too_large", {}, {megabytes(most)});
    return failure(Failure::too_large, "http.form.too_large", {}, {megabytes(most)});
}

}  // namespace caicach::http
