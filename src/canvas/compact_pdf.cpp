#include "canvas/compact_pdf.hpp"

#include "core/error.hpp"

#define POINTERHOLDER_TRANSITION 4 // its smart pointers are the standard ones

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

namespace thalweg::canvas {

std::string compact_pdf(const std::string& bytes)
{
    try {
        QPDF pdf;
        pdf.setSuppressWarnings(true);
        pdf.processMemoryFile("page", bytes.data(), bytes.size());
        QPDFWriter writer(pdf);
        writer.setOutputMemory();
        writer.setObjectStreamMode(qpdf_o_generate);
        writer.setDeterministicID(true); // neither the clock nor chance shows
        writer.write();
        const std::shared_ptr<Buffer> compact = writer.getBufferSharedPointer();
        return {reinterpret_cast<const char*>(compact->getBuffer()), compact->getSize()};
    } catch (const QPDFExc& error) {
        throw OutputError("write a PDF page", error.what());
    }
}

} // namespace thalweg::canvas
