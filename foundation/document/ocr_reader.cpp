#include "document/ocr_reader.hpp"

#include <algorithm>
#include <atomic>
#include <charconv>
#include <cmath>
#include <condition_variable>
#include <cstdio>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

#include "base/process.hpp"
#include "document/canonical_text.hpp"
#include "document/limits.hpp"
#include "document/page_layout.hpp"
#include "document/picture.hpp"
#include "document/raster.hpp"
#include "document/straighten.hpp"
#include "text/text.hpp"

namespace caicach::document
{
namespace
{

constexpr int dots_an_inch = 300;
constexpr float points_an_inch = 72;
constexpr float confidence_min = 10;
/// Two fifths of an inch: longer than any dash, shorter than nearly any side of a cell.
constexpr int ruling_length_min = 120;

ChildLimits page_limits(std::uint64_t output_bytes)
{
    return {.wall_seconds = limits::scan_seconds_a_page_max,
            .cpu_seconds = limits::scan_seconds_a_page_max,
            .memory_bytes = 2ULL << 30U,
            .output_bytes = output_bytes};
}

/// The words of the first column of a grid, as a table whose places count from `box`.
struct RecognisedPart {
    std::string tsv{};
    Box box{};
    std::size_t grid{};
};

/// What became of one page; the words look into the tables.
struct RecognisedPage {
    std::string tsv{};
    std::vector<RecognisedPart> parts{};  ///< narrow first columns of tables
    Drawing drawing{};
    float scale{};
    bool poor{};  ///< words were found, but hardly any that Tesseract believes in
};

bool write_file(const std::string& path, std::string_view bytes)
{
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file{std::fopen(path.c_str(), "wbe"),
                                                               std::fclose};
    return file && std::fwrite(bytes.data(), 1, bytes.size(), file.get()) == bytes.size();
}

/// How Tesseract is to look at a picture: its "page segmentation modes".
enum class Segmentation {
    page = 4,     ///< one column with lines of any size; two side by side are kept apart too
    block = 6,    ///< lines of one column
    sparse = 11,  ///< words wherever they are: spaces between cells do not mislead it
};

Result<std::string> recognise(const Raster& raster, int dots, Segmentation segmentation,
                              const std::string& path)
{
    constexpr std::uint64_t tsv_bytes_max = 16ULL << 20U;
    if (!write_file(path, raster.pgm())) return internal_failure("cannot write " + path);
    auto output = TRY(run_child(
        {.arguments = {"tesseract", path, "stdout", "-l", "vie", "--dpi", std::to_string(dots),
                       "--psm", std::to_string(static_cast<int>(segmentation)), "tsv"},
         .environment = {"OMP_THREAD_LIMIT=1"},
         .limits = page_limits(tsv_bytes_max)}));
    std::remove(path.c_str());
    if (output.exit_code != 0) return failure(Failure::invalid, "document.picture.damaged");
    return std::move(output.text);
}

/// By how many quarters a page must be turned clockwise to stand upright: asked only where nearly
/// nothing was read. 0 where Tesseract cannot tell either.
int quarters_astray(const Raster& raster, int dots, const std::string& path)
{
    constexpr std::uint64_t told_bytes_max = 4096;
    constexpr std::string_view key = "Rotate: ";
    constexpr int quarter = 90;
    if (!write_file(path, raster.pgm())) return 0;
    const auto output = run_child({.arguments = {"tesseract", path, "stdout", "-l", "osd", "--dpi",
                                                 std::to_string(dots), "--psm", "0"},
                                   .environment = {"OMP_THREAD_LIMIT=1"},
                                   .limits = page_limits(told_bytes_max)});
    std::remove(path.c_str());
    const auto at = output && output->exit_code == 0 ? output->text.find(key) : std::string::npos;
    if (at == std::string::npos) return 0;
    int degrees = 0;
    const auto* begin = output->text.data() + at + key.size();
    std::from_chars(begin, output->text.data() + output->text.size(), degrees);
    return degrees / quarter % 4;
}

/// Fewer than five words, or mostly such as Tesseract itself does not believe in.
bool reads_poorly(std::string_view tsv)
{
    constexpr int words_min = 5;
    constexpr int confidence_of_text = 65;
    constexpr std::size_t confidence_column = 10;
    int words = 0;
    int believed = 0;
    for (const auto row : text::split(tsv, '\n')) {
        const auto cells = text::split(row, '\t');
        if (cells.size() <= confidence_column || cells[0] != "5") continue;  // a word
        int confidence = 0;
        const auto cell = cells[confidence_column];
        std::from_chars(cell.data(), cell.data() + cell.size(), confidence);
        ++words;
        believed += confidence >= confidence_of_text ? 1 : 0;
    }
    return words < words_min || believed * 2 < words;
}

// Takes the lines of tables out of the picture, notes them, and has the letters recognised. Lone
// digits are lost in a whole page, so columns of ordinals are looked at once more by themselves.
Result<RecognisedPage> recognise_upright(Raster raster, int dots, const std::string& path)
{
    constexpr float narrow = 0.12F;
    RecognisedPage page;
    page.scale = points_an_inch / static_cast<float>(dots);
    const auto rulings = take_out_rulings(raster, ruling_length_min * dots / dots_an_inch);
    const auto& grids = page.drawing.grids = find_grids(rulings, page.scale);
    const Box box{0, 0, static_cast<float>(raster.width()) * page.scale,
                  static_cast<float>(raster.height()) * page.scale};
    page.drawing.notes_top = find_notes_top(rulings, grids, page.scale, box);
    const auto segmentation = grids.empty() ? Segmentation::page : Segmentation::sparse;
    page.tsv = TRY(recognise(raster, dots, segmentation, path));
    for (std::size_t i = 0; i < grids.size(); ++i) {
        const auto& grid = grids[i];
        const Box column{grid.columns[0], grid.box.top, grid.columns[1], grid.box.bottom};
        if (column.width() > narrow * box.width()) continue;
        const auto pixels = [&](float points) { return static_cast<int>(points / page.scale); };
        const auto part = raster.crop(pixels(column.left), pixels(column.top), pixels(column.right),
                                      pixels(column.bottom));
        auto tsv = TRY(recognise(part, dots, Segmentation::block, path));
        page.parts.push_back({std::move(tsv), column, i});
    }
    return page;
}

// A page askew loses whole lines to Tesseract without a word, and one upside down is read as
// letters of no language: both are put right first.
Result<RecognisedPage> recognise_page(Raster raster, int dots, const std::string& path)
{
    constexpr double harmless = 0.7;  // degrees
    const auto skew = skew_of(raster);
    if (std::abs(skew) >= harmless) raster = straightened(raster, skew);
    auto page = TRY(recognise_upright(raster, dots, path));
    if (!reads_poorly(page.tsv)) return page;
    if (const int quarters = quarters_astray(raster, dots, path)) {
        page = TRY(recognise_upright(turned(raster, quarters), dots, path));
    }
    page.poor = reads_poorly(page.tsv);
    return page;
}

/// Renders page `number` (from 1) as a grey picture.
using Renderer = std::function<Result<Raster>(int number)>;

// Pages in any order by a few threads, each of which has one child at a time. The first failure
// stops the others after their page.
class Recogniser
{
public:
    Recogniser(Renderer render, int pages, int dots, const ReadOptions& options)
        : m_render(std::move(render)),
          m_dots(dots),
          m_options(options),
          m_pages(static_cast<std::size_t>(pages))
    {
    }

    Result<std::vector<RecognisedPage>> run()
    {
        const auto folder = TRY(TemporaryDirectory::create());
        const auto count = std::min<std::size_t>(m_pages.size(), limits::scan_children_max);
        std::vector<std::thread> threads;
        threads.reserve(count);
        for (std::size_t i = 0; i < count; ++i) {
            threads.emplace_back([&] { work(folder); });
        }
        for (auto& thread : threads) thread.join();
        if (m_error) return tl::unexpected<Error>(*m_error);
        return std::move(m_pages);
    }

private:
    void work(const TemporaryDirectory& folder)
    {
        while (!m_stops) {
            const auto index = m_next++;
            if (index >= m_pages.size()) return;
            auto page = page_at(folder, static_cast<int>(index) + 1);
            const std::lock_guard lock{m_mutex};
            if (page) {
                m_pages[index] = std::move(*page);
                report_progress();
            } else {
                stop(std::move(page.error()));
            }
        }
    }
    Result<RecognisedPage> page_at(const TemporaryDirectory& folder, int number)
    {
        auto raster = TRY(m_render(number));
        const auto path = folder.file("page-" + std::to_string(number) + ".pgm");
        return recognise_page(std::move(raster), m_dots, path);
    }
    void report_progress()
    {
        ++m_done;
        if (!m_options.progress) return;
        if (m_options.progress(m_done, static_cast<int>(m_pages.size()))) return;
        stop({Failure::conflict, "document.stopped", {}, {}, {}});
    }
    void stop(Error error)
    {
        m_stops = true;
        if (!m_error) m_error = std::move(error);
    }

    Renderer m_render;
    int m_dots;
    const ReadOptions& m_options;
    std::vector<RecognisedPage> m_pages;
    std::atomic<std::size_t> m_next{};
    std::atomic<bool> m_stops{};
    std::mutex m_mutex{};
    std::optional<Error> m_error{};
    int m_done{};
};

Result<PageWords> words_of(const RecognisedPage& page)
{
    const WordOptions options{
        .scale = page.scale, .confidence_min = confidence_min, .takes_line_height = true};
    auto pages = TRY(parse_words(page.tsv, options));
    if (pages.empty()) pages.emplace_back();
    auto& words = pages.front().words;
    for (const auto& part : page.parts) {
        const auto& box = part.box;
        const auto& grid = page.drawing.grids[part.grid];
        std::erase_if(words, [&](const Word& word) {
            const auto x = word.box.centre();
            const auto y = word.box.middle();
            return x > box.left && x < box.right && y > box.top && y < box.bottom &&
                   grid.has_first_cell(y);
        });
        const auto part_pages = TRY(parse_words(part.tsv, {.scale = page.scale}));
        if (part_pages.empty()) continue;
        for (auto word : part_pages.front().words) {
            word.box.left += box.left;
            word.box.right += box.left;
            word.box.top += box.top;
            word.box.bottom += box.top;
            if (grid.has_first_cell(word.box.middle())) words.push_back(word);
        }
    }
    return std::move(pages.front());
}

Result<SourceText> text_of(const std::vector<RecognisedPage>& recognised, std::string format)
{
    std::vector<PageWords> pages;
    bool has_blank_page = false;
    bool has_poor_page = false;
    for (const auto& page : recognised) {
        auto words = TRY(words_of(page));
        words.number = static_cast<int>(pages.size()) + 1;
        has_blank_page = has_blank_page || words.words.empty();
        has_poor_page = has_poor_page || (page.poor && !words.words.empty());
        pages.push_back(std::move(words));
    }
    CanonicalText canonical;
    lay_out(pages,
            {.source = WordSource::recognised,
             .drawing =
                 [&](const PageWords& page) {
                     return recognised[static_cast<std::size_t>(page.number) - 1].drawing;
                 }},
            canonical);
    canonical.add_note("document.note.scanned");
    if (has_poor_page) canonical.add_note("document.note.poor_scan");
    if (has_blank_page) canonical.add_note("document.note.pages_without_text");
    auto source = canonical.finish(std::move(format));
    if (!source) {
        if (source.error().key != "document.empty") return source;
        return failure(Failure::invalid, "document.scan_without_text");
    }
    source->scanned = true;
    source->pages = static_cast<int>(recognised.size());
    return source;
}

}  // namespace

Result<SourceText> read_scan(const std::string& path, int pages, const ReadOptions& options)
{
    if (pages > limits::scan_pages_max) {
        return failure(Failure::too_large, "document.limit.scan_pages", {},
                       {std::to_string(pages), std::to_string(limits::scan_pages_max)});
    }
    const auto render = [&](int number) -> Result<Raster> {
        TRY(check_page_size(path, number, dots_an_inch));
        return render_page(path, number, dots_an_inch);
    };
    const auto recognised = TRY((Recogniser{render, pages, dots_an_inch, options}.run()));
    return text_of(recognised, "pdf");
}

Result<SourceText> read_picture(const std::string& path, FileKind kind, const ReadOptions& options)
{
    if (!options.may_recognise) return failure(Failure::unsupported, "document.scanned");
    const auto pictures = TRY(Pictures::open(path, kind));
    const auto render = [&](int number) { return pictures.grey(number); };
    const auto recognised =
        TRY((Recogniser{render, pictures.count(), pictures.dots_an_inch(), options}.run()));
    return text_of(recognised, "image");
}

}  // namespace caicach::document
