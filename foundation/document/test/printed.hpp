#pragma once
#include <doctest/doctest.h>

#include <fstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/process.hpp"
#include "document/page_words.hpp"
#include "document/picture.hpp"
#include "document/raster.hpp"
#include "text/text.hpp"

namespace caicach::document::testing
{

/// What a reader sees of a PDF: its words with their places in points, its pages as pictures.
class Printed
{
public:
    explicit Printed(std::string_view pdf) : m_folder(MUST(TemporaryDirectory::create()))
    {
        std::ofstream{path(), std::ios::binary} << pdf;
        m_table = output_of({"pdftotext", "-tsv", path(), "-"});
        m_pages = MUST(parse_words(m_table));
    }
    Printed(const Printed&) = delete;
    Printed& operator=(const Printed&) = delete;
    Printed(Printed&&) = delete;
    Printed& operator=(Printed&&) = delete;
    ~Printed() = default;

    [[nodiscard]] const std::vector<PageWords>& pages() const { return m_pages; }

    /// The box around the words where they first stand in a row on that page, from 0.
    [[nodiscard]] Box box_of(std::string_view wanted, std::size_t page = 0) const
    {
        const auto pieces = text::split(wanted, ' ');
        const auto& words = m_pages.at(page).words;
        for (std::size_t at = 0; at + pieces.size() <= words.size(); ++at) {
            std::size_t same = 0;
            while (same < pieces.size() && words[at + same].text == pieces[same]) ++same;
            if (same < pieces.size()) continue;
            auto box = words[at].box;
            for (std::size_t i = 1; i < same; ++i) box.include(words[at + i].box);
            return box;
        }
        FAIL_CHECK("is not on the page: " << std::string(wanted));
        return {};
    }
    [[nodiscard]] Raster picture(std::size_t page, int dots_an_inch) const
    {
        return MUST(render_page(path(), static_cast<int>(page) + 1, dots_an_inch));
    }
    /// "HDBQHW+LiberationSerif-Bold" and whether it is embedded, a line each.
    [[nodiscard]] std::string fonts() const { return output_of({"pdffonts", path()}); }
    [[nodiscard]] std::string facts() const { return output_of({"pdfinfo", path()}); }
    [[nodiscard]] std::string words() const { return output_of({"pdftotext", path(), "-"}); }

private:
    [[nodiscard]] std::string path() const { return m_folder.file("printed.pdf"); }
    [[nodiscard]] static std::string output_of(std::vector<std::string> arguments)
    {
        auto output = MUST(run_child({.arguments = std::move(arguments)}));
        VERIFY(output.exit_code == 0);
        return std::move(output.text);
    }

    TemporaryDirectory m_folder;
    std::string m_table{};
    std::vector<PageWords> m_pages{};
};

constexpr float points_of_millimetres(float count) { return count * 72 / 25.4F; }

}  // namespace caicach::document::testing
