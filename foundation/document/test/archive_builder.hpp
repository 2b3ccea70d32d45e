#pragma once
#include <zip.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Small office files made in memory, for tests.
namespace caicach::document::testing
{

using Parts = std::vector<std::pair<std::string, std::string>>;

inline std::string zip_of(const Parts& parts, const char* password = nullptr)
{
    zip_error_t error;
    zip_error_init(&error);
    auto* source = zip_source_buffer_create(nullptr, 0, 0, &error);
    zip_source_keep(source);
    auto* zip = zip_open_from_source(source, ZIP_TRUNCATE, &error);
    for (const auto& [name, content] : parts) {
        auto* data = zip_source_buffer(zip, content.data(), content.size(), 0);
        const auto index = zip_file_add(zip, name.c_str(), data, ZIP_FL_ENC_UTF_8);
        if (password != nullptr) {
            zip_file_set_encryption(zip, static_cast<zip_uint64_t>(index), ZIP_EM_AES_256,
                                    password);
        }
    }
    zip_close(zip);
    zip_stat_t status;
    zip_source_stat(source, &status);
    std::string bytes(status.size, '\0');
    zip_source_open(source);
    zip_source_read(source, bytes.data(), bytes.size());
    zip_source_close(source);
    zip_source_free(source);
    return bytes;
}

inline std::string docx_of(std::string_view body, const Parts& more = {})
{
    Parts parts{{"word/document.xml",
                 "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document xmlns:w=\"w\"><w:body>" +
                     std::string{body} + "</w:body></w:document>"}};
    parts.insert(parts.end(), more.begin(), more.end());
    return zip_of(parts);
}

inline std::string odt_of(std::string_view text, std::string_view styles = {})
{
    return zip_of({{"mimetype", "application/vnd.oasis.opendocument.text"},
                   {"content.xml",
                    "<office:document-content><office:automatic-styles>" + std::string{styles} +
                        "</office:automatic-styles><office:body><office:text>" + std::string{text} +
                        "</office:text></office:body></office:document-content>"}});
}

}  // namespace caicach::document::testing
