import { NotFound } from '../../components/site/NotFound.tsx'

export default function NotFoundPage() {
  return <NotFound />
}
