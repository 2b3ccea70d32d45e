#pragma once
#include <map>
#include <string>

#include "document/pdf_file.hpp"
#include "document/pdf_objects.hpp"

namespace caicach::document
{

/// What is written behind a file, which itself stays as it is (ISO 32000-1, 7.5.6).
class PdfUpdate
{
public:
    /// The file must outlive it.
    explicit PdfUpdate(const PdfFile& file);

    /// A number that no object has.
    [[nodiscard]] PdfReference reserve();
    void say(PdfReference reference, const PdfValue& value);
    /// `packed` as its dictionary says.
    void say_stream(PdfReference reference, PdfDictionary dictionary, std::string_view packed);
    /// As it is, byte by byte; where it stands in the whole file.
    [[nodiscard]] std::size_t say_raw(PdfReference reference, std::string_view text);

    /// The page of another file, as something that can be shown in this one. unsupported
    /// "document.pdf.structure".
    [[nodiscard]] Result<PdfReference> take_page(const PdfFile& other);

    /// The file and the update behind it.
    [[nodiscard]] std::string finish();

private:
    void begin(PdfReference reference);

    const PdfFile* m_file;
    std::string m_text{};
    std::map<int, std::size_t> m_offsets{};
    int m_next{};
};

}  // namespace caicach::document
